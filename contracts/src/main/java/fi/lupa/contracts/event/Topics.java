package fi.lupa.contracts.event;

/** The Kafka topics, one per source service. */
public final class Topics {
  /** Compacted; key = organisation OID, usage right id or client link id. */
  public static final String AUTHORIZATION = "authorization.events";

  /** Compacted; key = {@code <client ref>:informing}, permit, prohibition or representation id. */
  public static final String CONSENT = "consent.events";

  /** Not compacted; key = client reference. */
  public static final String DISCLOSURE = "disclosure.events";

  private Topics() {}
}
