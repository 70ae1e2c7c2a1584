package fi.lupa.authorization.usageright;

import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.event.UsageRightChanged.Purchase;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser may change in a right; its parties, client, task and unit stay. Members as in
 * {@link UsageRight}.
 */
public record Terms(
    List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end,
    Set<RightPower> powers,
    @Nullable Purchase purchase,
    List<Subcontractor> subcontractors) {

  /** What isn't told: every service, both powers, no subcontractors. */
  public static Terms of(
      @Nullable List<String> socialServices,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable Set<RightPower> powers,
      @Nullable Purchase purchase,
      @Nullable List<GivenSubcontractor> subcontractors) {
    return new Terms(
        socialServices == null ? List.of() : socialServices,
        start,
        end,
        powers == null ? EnumSet.allOf(RightPower.class) : powers,
        purchase,
        subcontractors == null
            ? List.of()
            : subcontractors.stream().map(GivenSubcontractor::named).toList());
  }

  Terms endingOn(LocalDate day) {
    return new Terms(socialServices, start, day, powers, purchase, subcontractors);
  }
}
