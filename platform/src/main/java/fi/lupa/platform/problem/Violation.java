package fi.lupa.platform.problem;

/**
 * One thing wrong in a request. {@code pointer} is a JSON Pointer (RFC 6901) into the body; the
 * message never repeats the value.
 */
public record Violation(String pointer, String message) {}
