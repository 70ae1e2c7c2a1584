package fi.lupa.authorization.clientlink;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.with;

import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** What organisers do with temporary identifiers, in the words of the tests. */
public record Links(Calls calls) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A temporary identifier that the organisation gives. */
  public static String temporaryId(String organisation) {
    String arc = organisation.substring(0, organisation.length() - ".10.0".length());
    return arc + ".22.2026." + COUNT.incrementAndGet();
  }

  public Answer link(String organiser, String temporaryId, String identityCode) {
    return link(organiser, temporaryId, identityCode, newKey());
  }

  public Answer link(String organiser, String temporaryId, String identityCode, String key) {
    return calls.post(
        "/v1/client-links",
        organiser,
        body("temporaryId", temporaryId, "identityCode", identityCode),
        "Idempotency-Key",
        key);
  }

  public Answer cancel(String organiser, String id, String etag) {
    return calls.post(
        "/v1/client-links/" + id + "/cancellation", organiser, null, "If-Match", etag);
  }

  /** The grant, but to the client with the temporary identifier. */
  public static ObjectNode to(ObjectNode grant, String temporaryId) {
    return with(grant, "client", Map.of("temporaryId", temporaryId));
  }
}
