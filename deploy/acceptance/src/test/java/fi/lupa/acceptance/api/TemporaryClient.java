package fi.lupa.acceptance.api;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A client who has no identity code yet. */
public record TemporaryClient(String temporaryId) implements Client {
  private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

  public TemporaryClient {
    Secrets.note(temporaryId);
  }

  /** Somebody to whom the northern county has just given a temporary identifier. */
  public static TemporaryClient next() {
    return new TemporaryClient("1.2.246.10.91000005.22.2026." + NEXT.incrementAndGet());
  }

  @Override
  public Map<String, Object> client() {
    return Map.of("temporaryId", temporaryId);
  }

  /** The northern county tells the identity code that the client has got. */
  public Call link(Person person) {
    return Call.create(
        Organisation.NORTH,
        "/v1/client-links",
        Map.of("temporaryId", temporaryId, "identityCode", person.identityCode()));
  }

  @Override
  public String toString() {
    return "a test client without identity code";
  }
}
