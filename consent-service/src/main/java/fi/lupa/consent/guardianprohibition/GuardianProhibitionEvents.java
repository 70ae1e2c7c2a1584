package fi.lupa.consent.guardianprohibition;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.GuardianProhibitionChanged;

/** What the other services learn of it: never why. */
public final class GuardianProhibitionEvents {
  private GuardianProhibitionEvents() {}

  /**
   * @param recorder the organisation that recorded this version
   */
  public static GuardianProhibitionChanged changed(GuardianProhibition one, Oid recorder) {
    Target target = one.target();
    return new GuardianProhibitionChanged(
        one.id(),
        one.version(),
        one.client(),
        one.state(),
        one.guardian(),
        target.type(),
        target instanceof Target.Task(var serviceTask) ? serviceTask : null,
        target instanceof Target.Document(var document) ? document : null,
        recorder,
        one.decidedAt(),
        one.cancelledAt());
  }
}
