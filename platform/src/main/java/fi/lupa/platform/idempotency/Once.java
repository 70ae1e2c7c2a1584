package fi.lupa.platform.idempotency;

/** The answer of an act, and whether it comes from an earlier request with the same key. */
public record Once(StoredAnswer answer, boolean replayed) {}
