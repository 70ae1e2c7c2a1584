package fi.lupa.authorization.onboarding.read;

import fi.lupa.authorization.onboarding.Deadline;
import fi.lupa.authorization.onboarding.Due;
import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A deadline in the list of what is due. */
record DueAnswer(
    UUID onboarding,
    Oid organisation,
    Deadline.Kind deadline,
    LocalDate dueOn,
    Deadline.State state) {
  static DueAnswer of(Due due, Instant now) {
    Deadline deadline = due.deadline();
    return new DueAnswer(
        due.onboarding(),
        due.organisation(),
        deadline.kind(),
        deadline.dueOn(),
        deadline.state(now));
  }
}
