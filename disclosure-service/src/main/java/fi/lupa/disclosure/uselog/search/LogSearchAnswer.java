package fi.lupa.disclosure.uselog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.uselog.UseLogEntry;
import fi.lupa.disclosure.uselog.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A page of the use log; the search itself is on record under {@code searchId}. */
record LogSearchAnswer(
    UUID searchId,
    List<Item> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {
  /**
   * One access.
   *
   * @param client the organisation's own pseudonym of the client
   * @param outcome as the organisation may know it
   * @param stated what the requester stated in support of it
   * @param documents those given to one's own professionals, or of one's own register
   */
  record Item(
      UUID queryId,
      Instant time,
      String act,
      String client,
      RequestedBy requester,
      @Nullable String purpose,
      Basis basis,
      @Nullable Ground ground,
      Outcome outcome,
      @Nullable String reasonCode,
      List<String> legalReferences,
      Map<String, JsonNode> stated,
      List<GivenDocument> documents,
      List<Signal> signals) {
    private static final List<String> REASONS =
        List.of("relationship", "wideSearch", "necessity", "incapacity", "protection", "reason");

    static Item of(UseLogEntry entry, String client, Oid organisation) {
      AccessExplanation access = entry.access();
      JsonNode asked = access.request();
      return new Item(
          access.queryId(),
          access.time(),
          access.act(),
          client,
          access.requester(),
          asked.path("purpose").isString() ? asked.path("purpose").asString() : null,
          access.basis(),
          access.ground(),
          entry.outcome(),
          access.reasonCode(),
          access.legalReferences(),
          stated(asked),
          entry.documents(organisation),
          entry.signals());
    }

    private static Map<String, JsonNode> stated(JsonNode asked) {
      return Stream.of(REASONS)
          .flatMap(List::stream)
          .filter(asked::hasNonNull)
          .collect(Collectors.toMap(name -> name, asked::required));
    }
  }
}
