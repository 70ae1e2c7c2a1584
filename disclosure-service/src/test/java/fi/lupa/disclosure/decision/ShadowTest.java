package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.decision.ShadowWorld.Life;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The rules against a second reading of the law, over random histories and under all rulebooks:
 * what is refused, withheld, given or out of reach is the same, and the reason that the rules give
 * is one of those that the other reading has.
 */
class ShadowTest {
  private static final int HISTORIES = Integer.getInteger("lupa.shadow.histories", 1_000_000);
  private static final long SEED = 703_2023;

  /** What was seen, so that nobody wonders whether it was ever anything but refused. */
  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  void bothReadTheLawAlike() {
    SplittableRandom seeds = new SplittableRandom(SEED);
    for (int i = 0; i < HISTORIES; i++) {
      long seed = seeds.nextLong();
      Life life = new ShadowWorld(new SplittableRandom(seed)).life();
      Rulebook book = Rulebook.values()[i % Rulebook.values().length];
      String wrong = disagreement(book, life);
      if (wrong != null) {
        Life least = smaller(book, life);
        throw new AssertionError(
            "seed %d under %s: %s%nwith %s"
                .formatted(seed, book, disagreement(book, least), least));
      }
    }
    System.out.println(HISTORIES + " histories: " + seen);
    assertThat(seen).hasSizeGreaterThan(30);
    assertThat(seen.get("given")).isGreaterThan(HISTORIES / 20);
  }

  /** What the two say differently; null when nothing. */
  private String disagreement(Rulebook book, Life life) {
    ShadowLaw law = new ShadowLaw(book, life.history(), life.ties(), life.born(), life.inquiry());
    Set<String> refuses = law.refuses();
    return switch (book.decide(life.inquiry(), facts(life))) {
      case Verdict.Denied denied -> {
        saw(denied.rule().code());
        yield refuses.contains(denied.rule().code())
            ? null
            : "refused for " + denied.rule() + ", the shadow for " + refuses;
      }
      case Verdict.Allowed allowed ->
          refuses.isEmpty()
              ? documents(law, allowed, life)
              : "allowed, but the shadow refuses for " + refuses;
    };
  }

  private String documents(ShadowLaw law, Verdict.Allowed allowed, Life life) {
    for (Doc document : life.documents()) {
      String rules = fate(allowed, life.inquiry(), document);
      saw(rules);
      if (!law.concerns(document)) {
        if (!rules.equals("unseen")) {
          return document + " is " + rules + ", for the shadow out of reach";
        }
        continue;
      }
      Set<String> withholds = law.withholds(document);
      boolean agreed = withholds.isEmpty() ? rules.equals("given") : withholds.contains(rules);
      if (!agreed) {
        return document + " is " + rules + ", the shadow withholds for " + withholds;
      }
    }
    return null;
  }

  static String fate(Verdict.Allowed allowed, Inquiry inquiry, Doc document) {
    if (!document.isIn(allowed.scope(), inquiry)) {
      return "unseen";
    }
    return switch (allowed.documentRules().judge(document)) {
      case DocumentVerdict.Given _ -> "given";
      case DocumentVerdict.OutOfScope _ -> "unseen";
      case DocumentVerdict.Withheld why -> why.rule().code();
    };
  }

  static Facts facts(Life life) {
    return Facts.of(newest(life)).tiedBy(life.ties()).bornOn(life.born());
  }

  /** The newest of each fact, however they arrived. */
  static List<Event> newest(Life life) {
    Map<Object, Event> newest = new LinkedHashMap<>();
    for (Event event : life.history()) {
      newest.merge(key(event), event, (a, b) -> version(a) < version(b) ? b : a);
    }
    return List.copyOf(newest.values());
  }

  private static Object key(Event event) {
    return switch (event) {
      case OrganisationChanged e -> e.oid();
      case UsageRightChanged e -> e.id();
      case PermitChanged e -> e.id();
      case ProhibitionChanged e -> e.id();
      case RepresentationChanged e -> e.id();
      default -> event;
    };
  }

  private static long version(Event event) {
    return switch (event) {
      case OrganisationChanged e -> e.version();
      case UsageRightChanged e -> e.version();
      case PermitChanged e -> e.version();
      case ProhibitionChanged e -> e.version();
      case RepresentationChanged e -> e.version();
      default -> 1;
    };
  }

  private void saw(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  /** As little of the history as still shows the disagreement. */
  private Life smaller(Rulebook book, Life life) {
    Life least = life;
    for (Event event : life.history()) {
      Life without = least.lived(without(least.history(), one -> one == event));
      least = disagreement(book, without) == null ? least : without;
    }
    for (Doc document : life.documents()) {
      Life without =
          new Life(
              least.history(),
              least.ties(),
              least.born(),
              least.inquiry(),
              without(least.documents(), one -> one == document));
      least = disagreement(book, without) == null ? least : without;
    }
    return least;
  }

  private static <T> List<T> without(List<T> all, Predicate<T> gone) {
    List<T> kept = new ArrayList<>(all);
    kept.removeIf(gone);
    return kept;
  }
}
