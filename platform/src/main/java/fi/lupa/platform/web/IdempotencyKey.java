package fi.lupa.platform.web;

/**
 * The {@code Idempotency-Key} header: 1 to 100 visible ASCII characters, chosen by the caller for
 * one act.
 */
public record IdempotencyKey(String value) {}
