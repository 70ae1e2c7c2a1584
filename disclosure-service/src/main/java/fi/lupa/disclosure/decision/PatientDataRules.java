package fi.lupa.disclosure.decision;

import fi.lupa.contracts.SystemFunction;
import java.util.List;
import java.util.stream.Stream;

/** Disclosure from health care to social care (facts 10.5): the archive holds no patient data. */
final class PatientDataRules {
  private PatientDataRules() {}

  static Course course(Inquiry inquiry, Facts facts) {
    return new Course(
        Way.HEALTH_PERMIT,
        Stream.concat(
                Gate.open(
                    inquiry, facts, SystemFunction.HEALTH_DISCLOSURE, Rule.CROSS_SECTOR_ENABLED),
                Stream.of(Condition.of(Rule.CROSS_SECTOR_ENABLED, false)))
            .toList(),
        Scope.others(inquiry.organisation(), inquiry.controller()),
        List.of());
  }
}
