package fi.lupa.consent.prohibition;

import fi.lupa.consent.origin.Origin;
import fi.lupa.contracts.event.ProhibitionChanged;

/** What the other services learn of a prohibition. */
public final class ProhibitionEvents {
  private ProhibitionEvents() {}

  /** The prohibition after its change; of the recorder only the organisation is told. */
  public static ProhibitionChanged changed(Prohibition prohibition, Origin origin) {
    Target target = prohibition.target();
    return new ProhibitionChanged(
        prohibition.id(),
        prohibition.version(),
        prohibition.client(),
        prohibition.state(),
        target.type(),
        target instanceof Target.Controller(var controller) ? controller : null,
        target instanceof Target.Task(var serviceTask) ? serviceTask : null,
        target instanceof Target.Document(var document) ? document : null,
        prohibition.channel(),
        origin.organisation(),
        prohibition.setAt(),
        prohibition.cancelledAt(),
        origin.role());
  }
}
