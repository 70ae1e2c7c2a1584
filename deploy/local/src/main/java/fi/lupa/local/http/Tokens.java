package fi.lupa.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets access tokens from the local issuer for the organisations of the examples. */
public final class Tokens {

  /** The client systems that a person may act as. */
  public static final List<String> ORGANISATIONS =
      List.of("operator", "county-north", "county-south", "producer", "hospital");

  /** The client of citizens; it needs a test identity code. */
  public static final String CITIZEN = "citizen";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String issuer;

  /** From the issuer of this address. */
  public Tokens(String issuer) {
    this.issuer = issuer;
  }

  /** A token of an organisation with all its scopes. */
  public String organisation(String client) {
    return ask(client, "grant_type=client_credentials");
  }

  /** A token of the citizen with this test identity code. */
  public String citizen(String identityCode) {
    return ask(
        CITIZEN,
        "grant_type=client_credentials&identity_code=" + URLEncoder.encode(identityCode, UTF_8));
  }

  /** A token of the citizen who acts for the represented person. */
  public String representative(String identityCode, String represented) {
    return ask(
        CITIZEN,
        "grant_type=client_credentials&identity_code="
            + URLEncoder.encode(identityCode, UTF_8)
            + "&represented="
            + URLEncoder.encode(represented, UTF_8));
  }

  private String ask(String client, String form) {
    String secret = client + ":" + client + "-secret";
    var request =
        HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
            .timeout(PATIENCE)
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      return token(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NOT_RUNNING,
          "The issuer does not answer at %s: start Lupa with ./lupa up.".formatted(issuer),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.FAILED, "The wait for a token was interrupted.", e);
    }
  }

  private static String token(HttpResponse<String> response) {
    JsonNode answer = JsonMapper.shared().readTree(response.body());
    if (response.statusCode() != 200) {
      throw new Failure(
          ExitCode.USAGE,
          "The issuer gave no token: %s."
              .formatted(
                  answer.path("error_description").asString(answer.path("error").asString())));
    }
    return answer.path("access_token").asString();
  }
}
