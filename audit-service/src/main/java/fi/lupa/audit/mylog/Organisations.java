package fi.lupa.audit.mylog;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.audit.coverage.Coverage;
import fi.lupa.audit.entry.LogEntry;
import fi.lupa.contracts.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who acted in a client's log. */
record Organisations(List<Item> items, Coverage coverage) {
  /**
   * @param id the log's own identifier, to filter by
   * @param name absent while the log doesn't know it
   * @param lastAccess absent when it never asked for records
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID id,
      @Nullable LocalizedText name,
      long accesses,
      long entries,
      @Nullable Instant lastAccess,
      Instant lastEntry) {}

  /**
   * @param newest the newest entry of each, in the same order
   */
  static Organisations of(List<Acted> acted, List<LogEntry> newest, Coverage coverage) {
    return new Organisations(
        IntStream.range(0, acted.size()).mapToObj(i -> item(acted.get(i), newest.get(i))).toList(),
        coverage);
  }

  private static Item item(Acted acted, LogEntry newest) {
    return new Item(
        acted.organisation(),
        newest.organisation(),
        acted.accesses(),
        acted.entries(),
        acted.lastAccess(),
        newest.time());
  }
}
