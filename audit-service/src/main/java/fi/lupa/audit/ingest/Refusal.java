package fi.lupa.audit.ingest;

/** Why a record became a dead letter. Stored and sent by name, so a name never changes. */
enum Refusal {
  /**
   * A header of the event is missing or can't be read: {@code ce_id} a UUID, {@code ce_time} an
   * instant.
   */
  HEADER_INVALID,
  /** The event's or the watermark's time is outside {@link fi.lupa.audit.LogTimes}. */
  TIME_IMPLAUSIBLE,
  /** {@code ce_type} is missing, no type of this version, or one that comes over no topic. */
  TYPE_UNKNOWN,
  /** There is no value, or it isn't JSON in UTF-8. */
  NOT_JSON,
  /** The value isn't what the type's JSON Schema says. */
  SCHEMA_VIOLATED,
  /** The database refuses this record by itself, whenever it is tried. */
  NOT_STORABLE
}
