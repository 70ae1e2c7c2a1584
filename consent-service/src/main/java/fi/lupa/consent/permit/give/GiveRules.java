package fi.lupa.consent.permit.give;

import fi.lupa.consent.permit.Target;
import fi.lupa.contracts.PermitKind;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** When a client's permit or refusal can be recorded. */
final class GiveRules {
  /** Why it can't; the names are the reason codes. */
  enum Refusal {
    TEMPORARY_ID_NO_PERMIT,
    NOT_INFORMED,
    TARGETS_REQUIRED,
    TARGETS_FORBIDDEN
  }

  private GiveRules() {}

  /** Each target's period must not end before it begins. */
  static List<Violation> violations(List<Target> targets) {
    return IntStream.range(0, targets.size())
        .filter(i -> endsBeforeItBegins(targets.get(i)))
        .mapToObj(i -> new Violation("/targets/" + i + "/recordedTo", "is before recordedFrom"))
        .toList();
  }

  /**
   * A permit needs an identity code (SM-1505.8) and informing before it (58 §). One inside social
   * care is a single answer to everything (55 § 1); one to the other sector is specified (53 §
   * 2-3).
   */
  static Optional<Refusal> refusal(ClientId client, boolean informed, Answer answer) {
    if (client instanceof TemporaryId) {
      return Optional.of(Refusal.TEMPORARY_ID_NO_PERMIT);
    }
    if (!informed) {
      return Optional.of(Refusal.NOT_INFORMED);
    }
    boolean specified =
        answer.kind() != PermitKind.SOCIAL_CARE && answer.decision() == Decision.GIVEN;
    if (specified == answer.targets().isEmpty()) {
      return Optional.of(specified ? Refusal.TARGETS_REQUIRED : Refusal.TARGETS_FORBIDDEN);
    }
    return Optional.empty();
  }

  private static boolean endsBeforeItBegins(Target target) {
    LocalDate from = target.recordedFrom();
    LocalDate to = target.recordedTo();
    return from != null && to != null && to.isBefore(from);
  }
}
