package fi.lupa.consent.prohibition;

import fi.lupa.consent.origin.Origin;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.RepresentationRole;

/**
 * A child's prohibitions aren't a guardian's to set or to cancel in the citizen's channel: nobody
 * there can judge whether the child decides alone (51 §). At a provider a professional can.
 */
public final class GuardianRules {
  private GuardianRules() {}

  public static boolean mayProhibit(Origin origin) {
    return origin.channel() == Channel.PROVIDER
        || origin.role() != RepresentationRole.GUARDIAN_OF_MINOR;
  }
}
