package fi.lupa.authorization.usageright;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.RightEndReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The state of a right against a naive reading of its days and moments. */
class UsageRightProperties {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  @Property
  void stateIsWhatItsDaysAndMomentsSay(
      @ForAll("rights") UsageRight right, @ForAll("moments") Instant now) {
    if (now.isBefore(right.grantedAt())) {
      return;
    }
    assertThat(right.stateAt(now)).isEqualTo(naive(right, now));
  }

  @Property
  void onceEndedItStaysEnded(
      @ForAll("rights") UsageRight right,
      @ForAll("moments") Instant one,
      @ForAll("moments") Instant other) {
    Instant earlier = one.isBefore(other) ? one : other;
    Instant later = one.isBefore(other) ? other : one;
    assertThat(right.stateAt(later)).isGreaterThanOrEqualTo(right.stateAt(earlier));
  }

  @Property
  void endingOnlyEverShortens(
      @ForAll("rights") UsageRight right,
      @ForAll("moments") Instant moment,
      @ForAll("moments") Instant now) {
    UsageRight ended = right.endedAt(moment, RightEndReason.OTHER);
    if (right.stateAt(now) == UsageRightState.ENDED && right.endedAt() == null) {
      assertThat(ended.stateAt(now)).isEqualTo(UsageRightState.ENDED);
    }
    if (ended.stateAt(now) == UsageRightState.IN_FORCE) {
      assertThat(now).isBefore(moment);
    }
  }

  private static UsageRightState naive(UsageRight right, Instant now) {
    LocalDate today = now.atZone(ZoneId.of("Europe/Helsinki")).toLocalDate();
    boolean stopped = right.endedAt() != null && !right.endedAt().isAfter(now);
    boolean over = right.end() != null && right.end().compareTo(today) < 0;
    if (stopped || over) {
      return UsageRightState.ENDED;
    }
    return right.start().compareTo(today) > 0
        ? UsageRightState.NOT_STARTED
        : UsageRightState.IN_FORCE;
  }

  @Provide
  Arbitrary<UsageRight> rights() {
    return Combinators.combine(moments(), days(), days().injectNull(0.3), moments().injectNull(0.5))
        .as(UsageRightProperties::right);
  }

  private static UsageRight right(
      Instant granted, LocalDate one, @Nullable LocalDate other, @Nullable Instant endedAt) {
    boolean swap = other != null && other.isBefore(one);
    UsageRight right = Rights.granted(granted, swap ? other : one, swap ? one : other);
    return endedAt == null ? right : right.endedAt(endedAt, RightEndReason.OTHER);
  }

  /** A year and more, with the hours around both clock changes. */
  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.integers()
        .between(0, 500 * 24 * 60)
        .map(minutes -> BEGINNING.plus(Duration.ofMinutes(minutes)));
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 500).map(FIRST::plusDays);
  }
}
