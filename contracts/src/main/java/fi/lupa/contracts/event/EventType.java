package fi.lupa.contracts.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of event types: CloudEvents type and the record that carries it. */
public enum EventType {
  ORGANISATION_CHANGED("fi.lupa.authorization.organisation-changed.v1", OrganisationChanged.class),
  USAGE_RIGHT_CHANGED("fi.lupa.authorization.usage-right-changed.v1", UsageRightChanged.class),
  CLIENT_LINKED("fi.lupa.authorization.client-linked.v1", ClientLinked.class),
  INFORMING_RECORDED("fi.lupa.consent.informing-recorded.v1", InformingRecorded.class),
  PERMIT_CHANGED("fi.lupa.consent.permit-changed.v1", PermitChanged.class),
  PROHIBITION_CHANGED("fi.lupa.consent.prohibition-changed.v1", ProhibitionChanged.class),
  GUARDIAN_PROHIBITION_CHANGED(
      "fi.lupa.consent.guardian-prohibition-changed.v1", GuardianProhibitionChanged.class),
  REPRESENTATION_CHANGED("fi.lupa.consent.representation-changed.v1", RepresentationChanged.class),
  RECORDS_QUERIED("fi.lupa.disclosure.records-queried.v1", RecordsQueried.class),
  DOCUMENT_STORED("fi.lupa.disclosure.document-stored.v1", DocumentStored.class),
  DOCUMENT_VOIDED("fi.lupa.disclosure.document-voided.v1", DocumentVoided.class),
  DOCUMENT_DESTROYED("fi.lupa.disclosure.document-destroyed.v1", DocumentDestroyed.class),
  VISIBILITY_SEARCHED("fi.lupa.disclosure.visibility-searched.v1", VisibilitySearched.class),
  REPRESENTATIVE_VIEWED("fi.lupa.disclosure.representative-viewed.v1", RepresentativeViewed.class),
  BREAK_GLASS_REVIEWED("fi.lupa.disclosure.break-glass-reviewed.v1", BreakGlassReviewed.class),
  LOG_SEARCHED("fi.lupa.disclosure.log-searched.v1", LogSearched.class),
  DISCLOSURE_NOTICED("fi.lupa.disclosure.disclosure-noticed.v1", DisclosureNoticed.class),
  LOG_REQUEST_CHANGED("fi.lupa.disclosure.log-request-changed.v1", LogRequestChanged.class),
  WITHHOLDING_CHANGED("fi.lupa.audit.withholding-changed.v1", WithholdingChanged.class),
  ENTRY_ERASED("fi.lupa.audit.entry-erased.v1", EntryErased.class),
  WATERMARK("fi.lupa.platform.watermark.v1", Watermark.class);

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::ceType, Function.identity()));
  private static final Map<Class<?>, EventType> BY_RECORD =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::record, Function.identity()));

  private final String ceType;
  private final Class<? extends Event> record;

  EventType(String ceType, Class<? extends Event> record) {
    this.ceType = ceType;
    this.record = record;
  }

  /** The CloudEvents {@code type}, ending in its version. */
  public String ceType() {
    return ceType;
  }

  public Class<? extends Event> record() {
    return record;
  }

  /** The CloudEvents {@code dataschema}. */
  public String schema() {
    return "https://lupa.fi/events/" + ceType + ".schema.json";
  }

  public static Optional<EventType> named(String ceType) {
    return Optional.ofNullable(BY_NAME.get(ceType));
  }

  public static EventType of(Event event) {
    EventType type = BY_RECORD.get(event.getClass());
    if (type == null) {
      throw new IllegalArgumentException("no event type for " + event.getClass().getSimpleName());
    }
    return type;
  }
}
