package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.amend.AmendRules;
import fi.lupa.authorization.usageright.batch.Command;
import fi.lupa.authorization.usageright.batch.Command.Amend;
import fi.lupa.authorization.usageright.batch.Command.End;
import fi.lupa.authorization.usageright.check.HeldParties;
import fi.lupa.authorization.usageright.end.EndOutcome;
import fi.lupa.authorization.usageright.end.EndRules;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes of one line, by the rules that hold for the act done alone. */
final class ActRules {
  private ActRules() {}

  /** A grant; whether it overlaps another right is the table's to say. */
  static LineResult grant(int line, UsageRight right, HeldParties parties, Instant now) {
    return parties
        .refusal(right, now)
        .<LineResult>map(refusal -> new LineResult.Refused(line, refusal.name()))
        .orElseGet(() -> new LineResult.Done(line, right, Change.GRANTED));
  }

  /**
   * An act on a right that exists.
   *
   * @param current the organiser's right as it is; null when it has no such right
   */
  static LineResult ofRight(
      int line,
      Command.OfRight command,
      @Nullable UsageRight current,
      HeldParties parties,
      Instant now) {
    if (current == null) {
      return new LineResult.Refused(line, "NOT_FOUND");
    }
    if (current.version() != command.version()) {
      return new LineResult.Refused(line, "VERSION_CONFLICT");
    }
    return switch (command) {
      case Amend amend -> amend(line, amend, current, parties, now);
      case End end -> end(line, end, current, now);
    };
  }

  private static LineResult amend(
      int line, Amend amend, UsageRight current, HeldParties parties, Instant now) {
    UsageRight amended = current.amended(amend.terms(), now);
    Optional<LineResult> refused =
        AmendRules.check(current, amend.terms(), now)
            .or(() -> parties.refusal(amended, now))
            .map(refusal -> new LineResult.Refused(line, refusal.name()));
    return refused.orElseGet(() -> new LineResult.Done(line, amended, Change.AMENDED));
  }

  private static LineResult end(int line, End end, UsageRight current, Instant now) {
    return switch (EndRules.end(current, end.order(), now)) {
      case EndOutcome.Refused refused -> new LineResult.Refused(line, refused.name());
      case EndOutcome.Ended(UsageRight ended) -> new LineResult.Done(line, ended, Change.ENDED);
    };
  }
}
