package fi.lupa.audit.entry;

import fi.lupa.contracts.event.RepresentativeViewed;
import java.util.List;
import java.util.Map;

/** Tells that somebody who acts for the client looked: by which right, never who. */
final class RepresentativeViewedTeller {
  private static final List<String> PROVISIONS = List.of("ACT_703_2023_S50");

  private RepresentativeViewedTeller() {}

  static LogEntry tell(Told<RepresentativeViewed> told, Words words) {
    RepresentativeViewed event = told.event();
    String role = words.phrase("representative." + event.role());
    return new Draft(told, LogEntry.Kind.REPRESENTATIVE_VIEWED, words)
        .law(PROVISIONS)
        .representative(event.role())
        .saying(words.phrase("representativeViewed." + event.what(), Map.of("role", role)));
  }
}
