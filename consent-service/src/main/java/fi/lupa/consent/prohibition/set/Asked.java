package fi.lupa.consent.prohibition.set;

import fi.lupa.consent.naming.Naming;
import fi.lupa.consent.prohibition.Target;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.client.OpaqueOids;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to prohibit, named as that somebody names things; the contract sees to it
 * that a possible one names its target.
 */
record Asked(
    Kind type,
    @Nullable String controller,
    @Nullable ServiceTask serviceTask,
    @Nullable String document) {
  /** The three that the law knows, and what people ask for besides. */
  enum Kind {
    CONTROLLER,
    SERVICE_TASK,
    DOCUMENT,
    SERVICE_UNIT,
    RECIPIENT,
    PROFESSIONAL,
    SOCIAL_SERVICE,
    PERIOD,
    PRODUCER
  }

  /**
   * @param citizen who asks; absent: a provider
   * @throws fi.lupa.platform.problem.Problem NOT_FOUND when the citizen's reference is none
   * @throws IllegalStateException when {@link SetRules#impossible} refuses it
   */
  Target target(@Nullable ClientRef citizen, Naming naming) {
    return switch (type) {
      case CONTROLLER ->
          new Target.Controller(
              naming.meant(
                  citizen, OpaqueOids.Kind.ORGANISATION, Objects.requireNonNull(controller)));
      case SERVICE_TASK -> new Target.Task(Objects.requireNonNull(serviceTask));
      case DOCUMENT ->
          new Target.Document(
              naming.meant(citizen, OpaqueOids.Kind.DOCUMENT, Objects.requireNonNull(document)));
      default -> throw new IllegalStateException("nothing that can be prohibited");
    };
  }
}
