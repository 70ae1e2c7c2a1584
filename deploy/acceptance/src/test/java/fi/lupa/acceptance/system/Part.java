package fi.lupa.acceptance.system;

import java.util.Arrays;
import java.util.List;

/** The processes of a system, with their port's distance from the gateway's. */
public enum Part {
  GATEWAY("gateway", 0),
  AUTHORIZATION("authorization-service", 1),
  CONSENT("consent-service", 2),
  DISCLOSURE("disclosure-service", 3),
  AUDIT("audit-service", 4),
  ISSUER("issuer", 5),
  POSTGRES("postgres", 6),
  KAFKA("kafka", 7),
  DISCLOSURE_2("disclosure-service-2", 9);

  private final String label;
  private final int offset;

  Part(String label, int offset) {
    this.label = label;
    this.offset = offset;
  }

  /** Its name in commands, logs and process files. */
  public String label() {
    return label;
  }

  int offset() {
    return offset;
  }

  /** Those that {@code ./lupa up} starts. */
  public static List<Part> started() {
    return Arrays.stream(values()).filter(part -> part != DISCLOSURE_2).toList();
  }
}
