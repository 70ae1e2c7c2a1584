package fi.lupa.authorization.usageright;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subcontractor as a request names it; without services it may give all that the right covers.
 */
public record GivenSubcontractor(
    Oid organisation,
    Oid unit,
    @Nullable List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end) {
  Subcontractor named() {
    return new Subcontractor(
        organisation, unit, socialServices == null ? List.of() : socialServices, start, end);
  }
}
