package fi.lupa.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.acceptance.system.Part;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real tokens of the local issuer. They last an hour, longer than the tests. */
public final class Tokens {
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private Tokens() {}

  /** A caller's token with all its scopes. */
  public static String of(Caller caller) {
    return known(caller.clientId(), caller.tokenParameters());
  }

  /** A caller's token with one scope only. */
  public static String of(Caller caller, String scope) {
    return known(caller.clientId(), caller.tokenParameters() + "&scope=" + scope);
  }

  /** A token of any client of the issuer. */
  public static String ofClient(String client) {
    return known(client, "");
  }

  /** What the issuer answers to a caller, whether it gives a token or not; asked anew. */
  public static Reply answer(Caller caller) {
    return reply(caller.clientId(), caller.tokenParameters());
  }

  private static String known(String client, String parameters) {
    String request = client + parameters;
    String token = KNOWN.get(request);
    if (token == null) {
      token = ask(client, parameters);
      KNOWN.put(request, token);
    }
    return token;
  }

  private static String ask(String client, String parameters) {
    Reply reply = reply(client, parameters);
    if (reply.status() != 200) {
      throw new AssertionError("no token for " + client + ": " + reply.body());
    }
    return reply.text("/access_token");
  }

  private static Reply reply(String client, String parameters) {
    String secret = client + ":" + client + "-secret";
    Call call =
        Call.of("POST", "/oauth2/token")
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)))
            .text(
                "application/x-www-form-urlencoded", "grant_type=client_credentials" + parameters);
    return Http.send(Part.ISSUER, call);
  }
}
