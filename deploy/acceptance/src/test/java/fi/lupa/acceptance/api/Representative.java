package fi.lupa.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person who acts for another in the citizen's channel. */
public record Representative(Person person, Person represented) implements Caller {

  /** The operator tells that the person may act, from the beginning of 2026; but for blocks. */
  public Call register(String role, String... blocks) {
    Map<String, Object> body = new HashMap<>();
    body.put("represented", represented.client());
    body.put("representative", person.client());
    body.put("role", role);
    body.put("validFrom", "2026-01-01");
    body.put("blocks", List.of(blocks));
    return Call.create(Organisation.OPERATOR, "/v1/representations", body);
  }

  @Override
  public String clientId() {
    return person.clientId();
  }

  @Override
  public String tokenParameters() {
    return person.tokenParameters()
        + "&represented="
        + URLEncoder.encode(represented.identityCode(), UTF_8);
  }

  @Override
  public String toString() {
    return "somebody for a test person";
  }
}
