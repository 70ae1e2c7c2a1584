package fi.lupa.authorization.onboarding.read;

import fi.lupa.authorization.Page;
import fi.lupa.authorization.onboarding.Deadline;
import fi.lupa.authorization.onboarding.Due;
import fi.lupa.authorization.onboarding.OnboardingReadStore;
import fi.lupa.authorization.onboarding.Sides;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class ListDueController {
  private static final String DAY = "(19|20|21)\\d{2}-\\d{2}-\\d{2}";

  private final OnboardingReadStore store;
  private final Clock clock;

  ListDueController(OnboardingReadStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What isn't met and due on the day or before: the operator sees all, others their own. */
  @GetMapping("/v1/onboardings")
  Mono<Page<DueAnswer>> due(
      @RequiresScope("onboarding.manage") Caller caller,
      @RequestParam String due,
      PageRequest page) {
    Oid whose = Sides.isOperator(caller) ? null : caller.organisation();
    Due after = page.cursor() == null ? first() : place(page.cursor());
    Instant now = clock.instant();
    return store
        .due(whose, asked(due), after, page.limit() + 1)
        .map(rows -> page(rows, page.limit(), now));
  }

  private static Page<DueAnswer> page(List<Due> rows, int limit, Instant now) {
    List<Due> shown = rows.subList(0, Math.min(limit, rows.size()));
    String next = rows.size() > limit ? cursor(shown.getLast()) : null;
    return new Page<>(shown.stream().map(one -> DueAnswer.of(one, now)).toList(), next);
  }

  /** A day that the database knows, too. */
  private static LocalDate day(String text) {
    if (!text.matches(DAY)) {
      throw new DateTimeException("not a day");
    }
    return LocalDate.parse(text);
  }

  private static LocalDate asked(String due) {
    try {
      return day(due);
    } catch (DateTimeException e) {
      throw Problem.invalid("/due", "must be a day, yyyy-MM-dd");
    }
  }

  private static Due first() {
    return due(LocalDate.EPOCH, new UUID(0, 0), Deadline.Kind.CERTIFICATE);
  }

  private static String cursor(Due last) {
    return Cursor.encode(last.deadline().dueOn(), last.onboarding(), last.deadline().kind());
  }

  private static Due place(String cursor) {
    List<String> parts = Cursor.decode(cursor, 3);
    try {
      return due(
          day(parts.get(0)), UUID.fromString(parts.get(1)), Deadline.Kind.valueOf(parts.get(2)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.invalid();
    }
  }

  private static Due due(LocalDate day, UUID onboarding, Deadline.Kind kind) {
    return new Due(onboarding, new Oid("1.2"), new Deadline(kind, day, null));
  }
}
