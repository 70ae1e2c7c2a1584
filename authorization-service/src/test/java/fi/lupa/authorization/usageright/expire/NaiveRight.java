package fi.lupa.authorization.usageright.expire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One right, told as what happened to it; where it stands is found by going through that again.
 * Written from the domain sheet (1.4), not from the code.
 */
final class NaiveRight {
  final String organiser;
  final String producer;
  final String client;
  private final List<Happening> happenings = new ArrayList<>();
  private String terms = "";

  /** Something that happened; {@code first} and {@code last} are the days it sets, if it does. */
  private record Happening(String what, LocalDate on, LocalDate first, LocalDate last) {}

  NaiveRight(
      String organiser,
      String producer,
      String client,
      LocalDate today,
      LocalDate first,
      LocalDate last) {
    this.organiser = organiser;
    this.producer = producer;
    this.client = client;
    happenings.add(new Happening("given", today, first, last));
  }

  void amended(LocalDate today, LocalDate first, LocalDate last) {
    happenings.add(new Happening("given", today, first, last));
  }

  /** What it lets do and who else has a part in it, from now on. */
  void terms(String now) {
    terms = now;
  }

  String terms() {
    return terms;
  }

  /** Over at once, or a party of it left. */
  void stopped(LocalDate today) {
    happenings.add(new Happening("stopped", today, null, null));
  }

  void shortened(LocalDate today, LocalDate last) {
    happenings.add(new Happening("shortened", today, null, last));
  }

  /** The client's relationship with the organiser ends, at once or with a day. */
  void relationshipEnds(LocalDate today, LocalDate last) {
    if (last == null || first().isAfter(last)) {
      stopped(today);
    } else if (last() == null || last().isAfter(last)) {
      shortened(today, last);
    }
  }

  String state(LocalDate today) {
    LocalDate first = null;
    LocalDate last = null;
    for (Happening one : happenings) {
      boolean overBefore = last != null && one.on().isAfter(last);
      if (!overBefore) {
        if (one.what().equals("stopped")) {
          return "ENDED";
        }
        first = one.first() == null ? first : one.first();
        last = one.last();
      }
    }
    if (last != null && today.isAfter(last)) {
      return "ENDED";
    }
    return today.isBefore(first) ? "NOT_STARTED" : "IN_FORCE";
  }

  LocalDate first() {
    return happenings.stream().filter(one -> one.first() != null).toList().getLast().first();
  }

  private LocalDate last() {
    return happenings.stream()
        .filter(one -> !one.what().equals("stopped"))
        .toList()
        .getLast()
        .last();
  }
}
