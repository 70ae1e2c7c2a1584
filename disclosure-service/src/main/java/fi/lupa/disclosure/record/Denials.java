package fi.lupa.disclosure.record;

import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.problem.Problem;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Denials as kept for a repeated request: it gets the same one again. */
@Component
public class Denials {
  private static final int DENIED = 403;

  private final JsonMapper json;

  Denials(JsonMapper json) {
    this.json = json;
  }

  private record Kept(String code, String queryId) {}

  public StoredAnswer keep(String code, UUID queryId) {
    return new StoredAnswer(DENIED, Map.of(), json.valueToTree(new Kept(code, queryId.toString())));
  }

  /** The answer itself, unless it is a denial: that is thrown as its problem. */
  public static StoredAnswer orThrow(StoredAnswer answer) {
    if (answer.status() == DENIED) {
      throw Problem.denied(answer.body().path("code").asString())
          .with("queryId", answer.body().path("queryId").asString());
    }
    return answer;
  }
}
