package fi.lupa.platform.idempotency;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an act answered, kept for those who ask again: status, headers and body. */
public record StoredAnswer(int status, Map<String, String> headers, JsonNode body) {}
