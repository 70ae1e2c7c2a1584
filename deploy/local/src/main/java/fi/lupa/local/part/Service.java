package fi.lupa.local.part;

/** The Spring Boot applications, with their port's offset from the port base. */
enum Service {
  GATEWAY("gateway", "gateway", 0, "192m"),
  AUTHORIZATION("authorization-service", "authorization-service", 1, "192m"),
  CONSENT("consent-service", "consent-service", 2, "192m"),
  DISCLOSURE("disclosure-service", "disclosure-service", 3, "320m"),
  AUDIT("audit-service", "audit-service", 4, "192m"),
  ISSUER("issuer", "deploy/local/issuer", 5, "128m"),
  DISCLOSURE_2("disclosure-service-2", "disclosure-service", 9, "320m"),
  AUDIT_2("audit-service-2", "audit-service", 10, "192m"),
  GATEWAY_2("gateway-2", "gateway", 12, "192m");

  /** Where the issuer takes in mail. */
  static final int MAIL_OFFSET = 11;

  private static final String VERSION = "0.1.0-SNAPSHOT";

  private final String partName;
  private final String module;
  private final int offset;
  private final String heap;

  Service(String partName, String module, int offset, String heap) {
    this.partName = partName;
    this.module = module;
    this.offset = offset;
    this.heap = heap;
  }

  String partName() {
    return partName;
  }

  int offset() {
    return offset;
  }

  /** Its largest heap: together the parts stay under 3 GiB of resident memory. */
  String heap() {
    return heap;
  }

  /** Name of the program, the same for every instance of it. */
  String program() {
    return module.substring(module.lastIndexOf('/') + 1);
  }

  /** Where the build puts its runnable jar, from the repository's root. */
  String jar() {
    return "%s/target/%s-%s-exec.jar".formatted(module, program(), VERSION);
  }
}
