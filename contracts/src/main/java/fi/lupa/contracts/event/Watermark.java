package fi.lupa.contracts.event;

import java.time.Instant;

/**
 * A source's relay promises: every event of {@code source} up to {@code upTo} stands before this
 * record in every partition of its topic. From these the log states how far it is complete.
 */
public record Watermark(String source, Instant upTo) implements Event {}
