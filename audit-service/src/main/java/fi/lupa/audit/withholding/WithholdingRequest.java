package fi.lupa.audit.withholding;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.WithholdingGround;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code LogWithholding} of {@code openapi/audit.yaml}. */
record WithholdingRequest(
    ClientId client,
    WithholdingGround ground,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Oid organisation,
    LocalDate until) {
  /**
   * @throws Problem REQUEST_INVALID when it could never withhold anything
   */
  void check(LocalDate today) {
    List<Violation> violations = new ArrayList<>();
    if (until.isBefore(today)) {
      violations.add(new Violation("/until", "must not be in the past"));
    }
    if (until.isAfter(today.plusYears(1))) {
      violations.add(new Violation("/until", "must be within a year: then it is weighed again"));
    }
    if (from != null && to != null && to.isBefore(from)) {
      violations.add(new Violation("/to", "must not be before from"));
    }
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  Withholding.Scope scope() {
    return new Withholding.Scope(from, to, organisation);
  }
}
