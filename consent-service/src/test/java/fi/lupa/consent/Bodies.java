package fi.lupa.consent;

/** Request bodies. */
public final class Bodies {
  public static final String NAME = "Tiina Tallettaja";
  public static final String PROFESSIONAL_ID = "vrk-4711";
  public static final String ROLE = "palveluohjaaja";
  public static final String UNIT = "1.2.246.10.91000005.10.1";

  public static final String RECORDER =
      """
      {"unit":"%s","professional":{"id":"%s","name":"%s","role":"%s"}}\
      """
          .formatted(UNIT, PROFESSIONAL_ID, NAME, ROLE);

  public static final String ONLY_RECORDER = "{\"recorder\":" + RECORDER + "}";

  public static final String HEALTH_TARGETS =
      """
      [{"recipient":{"type":"PUBLIC_HEALTH_CARE"},"serviceTasks":["OLDER_PEOPLE","FAMILIES"],\
      "recordedFrom":"2024-01-01"},\
      {"recipient":{"type":"PRIVATE_PROVIDER","organisation":"1.2.246.10.95000001.10.0"},\
      "serviceTasks":["DISABILITY"],"recordedFrom":"2024-01-01","recordedTo":"2024-01-01"}]\
      """;

  public static final String SOCIAL_TARGETS =
      """
      [{"recipient":{"type":"PUBLIC_SOCIAL_CARE"},"dataGroups":["STATEMENTS","SUMMARY"],\
      "recordedFrom":"2024-01-01"},\
      {"recipient":{"type":"STATE_UNIT","organisation":"1.2.246.10.96000003.10.0"},\
      "dataGroups":["ENTRIES"]}]\
      """;

  /** The same as a citizen names the recipient. */
  public static String socialTargets(String organisation) {
    return SOCIAL_TARGETS.replace("1.2.246.10.96000003.10.0", organisation);
  }

  private Bodies() {}

  public static String identityCode(String code) {
    return "{\"identityCode\":\"%s\"}".formatted(code);
  }

  public static String temporaryId(String oid) {
    return "{\"temporaryId\":\"%s\"}".formatted(oid);
  }

  /** A search by identity code. */
  public static String searchFor(String code) {
    return "{\"client\":" + identityCode(code) + "}";
  }

  public static String informing(String code) {
    return informing(identityCode(code), "");
  }

  /**
   * @param more further members, each ending in a comma
   */
  public static String informing(String client, String more) {
    return """
    {"client":%s,"textVersion":"2024-1","language":"fi",%s"recorder":%s}\
    """
        .formatted(client, more, RECORDER);
  }

  public static String socialCare(String code, String decision) {
    return """
    {"client":%s,"kind":"SOCIAL_CARE","decision":"%s","textVersion":"2024-1","recorder":%s}\
    """
        .formatted(identityCode(code), decision, RECORDER);
  }

  public static String permit(String client, String kind, String decision, String targets) {
    return """
    {"client":%s,"kind":"%s","decision":"%s","textVersion":"2024-1",%s"recorder":%s}\
    """
        .formatted(
            client,
            kind,
            decision,
            targets == null ? "" : "\"targets\":" + targets + ",",
            RECORDER);
  }

  public static String myPermit(String kind, String decision) {
    return """
    {"kind":"%s","decision":"%s","textVersion":"2024-1"}\
    """
        .formatted(kind, decision);
  }

  public static String prohibition(String client, String target) {
    return """
    {"client":%s,"target":%s,"recorder":%s}\
    """
        .formatted(client, target, RECORDER);
  }

  public static String myProhibition(String target) {
    return "{\"target\":" + target + "}";
  }

  public static String controller(String oid) {
    return "{\"type\":\"CONTROLLER\",\"controller\":\"%s\"}".formatted(oid);
  }

  public static String task(String task) {
    return "{\"type\":\"SERVICE_TASK\",\"serviceTask\":\"%s\"}".formatted(task);
  }

  public static String document(String oid) {
    return "{\"type\":\"DOCUMENT\",\"document\":\"%s\"}".formatted(oid);
  }
}
