package fi.lupa.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An event with its CloudEvents attributes, as the fence pushes it; on Kafka the attributes are
 * headers and {@code data} is the value.
 */
public record Envelope(
    UUID id, String source, String type, Instant time, String key, JsonNode data) {}
