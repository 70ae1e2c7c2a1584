package fi.lupa.disclosure.citizen.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document as its client sees it: no identifiers but references that are the client's own. */
record MyDocument(
    String id,
    String documentType,
    LocalizedText kind,
    LocalizedText title,
    LocalizedText controller,
    String controllerId,
    Set<ServiceTask> serviceTasks,
    Instant recordedAt,
    String language,
    String mediaType) {
  /** A page of them. */
  record Page(
      List<MyDocument> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  /** What stands in one. */
  record Content(String id, String mediaType, String language, String text) {}
}
