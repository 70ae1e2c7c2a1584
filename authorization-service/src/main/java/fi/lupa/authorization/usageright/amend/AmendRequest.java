package fi.lupa.authorization.usageright.amend;

import fi.lupa.authorization.usageright.GivenSubcontractor;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.event.UsageRightChanged.Purchase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of an amendment: all the terms as they shall be; members as in {@link Terms}. */
public record AmendRequest(
    @Nullable List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end,
    @Nullable Set<RightPower> powers,
    @Nullable Purchase purchase,
    @Nullable List<GivenSubcontractor> subcontractors) {
  public Terms terms() {
    return Terms.of(socialServices, start, end, powers, purchase, subcontractors);
  }
}
