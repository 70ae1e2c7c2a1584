package fi.lupa.authorization.usageright.batch.receive;

import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.web.BodyReader;
import fi.lupa.platform.web.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines by the contract. What a line said of the client's identity ends here. */
@Component
class LineReader {
  /** So many tell enough. */
  private static final int MOST_VIOLATIONS = 20;

  private final BodyReader bodies;
  private final Contract contract;
  private final ClientRefs clientRefs;
  private final JsonMapper json;

  LineReader(BodyReader bodies, Contract contract, ClientRefs clientRefs, JsonMapper json) {
    this.bodies = bodies;
    this.contract = contract;
    this.clientRefs = clientRefs;
    this.json = json;
  }

  ReceivedLine read(SentLine line) {
    if (line.tooLong()) {
      return invalid(line, null, List.of(new Violation("", "the line has more than 64 KiB")));
    }
    try {
      LineRequest request = bodies.read(line.bytes(), "UsageRightBatchLine", LineRequest.class);
      return new ReceivedLine(line.number(), request.ref(), request.command(clientRefs), null);
    } catch (Problem problem) {
      return invalid(line, ref(line), problem.violations());
    }
  }

  private static ReceivedLine invalid(
      SentLine line, @Nullable String ref, List<Violation> violations) {
    List<Violation> some = violations.stream().limit(MOST_VIOLATIONS).toList();
    return new ReceivedLine(line.number(), ref, null, some);
  }

  /** The sender's name of a line with something wrong, when that at least is right. */
  private @Nullable String ref(SentLine line) {
    try {
      JsonNode ref = json.readTree(line.bytes()).path("ref");
      return ref.isString() && contract.violations("BatchLineRef", ref).isEmpty()
          ? ref.asString()
          : null;
    } catch (JacksonException e) {
      return null;
    }
  }
}
