package fi.lupa.disclosure.logrequest;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is a mistake in a request's days. */
final class Periods {
  private Periods() {}

  /**
   * Of what came on paper.
   *
   * @throws Problem REQUEST_INVALID
   */
  static void checkReceived(LocalDate receivedOn, LocalDate today) {
    if (receivedOn.isAfter(today)) {
      throw Problem.invalid("/receivedOn", "is in the future");
    }
  }

  /**
   * @throws Problem REQUEST_INVALID
   */
  static void check(LogRequest request, LocalDate today) {
    List<Violation> found = new ArrayList<>();
    if (request.receivedOn().isAfter(today)) {
      found.add(new Violation("/receivedOn", "is in the future"));
    }
    if (request.to().isAfter(request.receivedOn())) {
      found.add(new Violation("/to", "is after the request"));
    }
    if (request.from().isAfter(request.to())) {
      found.add(new Violation("/from", "is after the end"));
    }
    if (!found.isEmpty()) {
      throw Problem.invalid(found);
    }
  }
}
