package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.problem.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the contract's schema can't say of the clients of a common matter's document. */
final class Members {
  private Members() {}

  /**
   * Each client once, and each in the matter on the day the document was recorded: another day's
   * document isn't that client's.
   */
  static List<Violation> violations(List<Member> members, Instant recordedAt) {
    LocalDate day = FinnishDays.dayOf(recordedAt);
    List<Violation> found = new ArrayList<>();
    Set<ClientId> named = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      String place = "/metadata/clients/" + i;
      if (!named.add(member.client())) {
        found.add(new Violation(place + "/client", "is named twice"));
      }
      days(found, place, member, day);
    }
    return found;
  }

  private static void days(List<Violation> found, String place, Member member, LocalDate day) {
    LocalDate joined = member.joined();
    LocalDate left = member.left();
    if (joined != null && left != null && left.isBefore(joined)) {
      found.add(new Violation(place + "/left", "is before the day of joining"));
    } else if (joined != null && joined.isAfter(day)) {
      found.add(new Violation(place + "/joined", "is after the day the document was recorded"));
    } else if (left != null && left.isBefore(day)) {
      found.add(new Violation(place + "/left", "is before the day the document was recorded"));
    }
  }
}
