package fi.lupa.consent.prohibition.set;

import fi.lupa.consent.prohibition.Target;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to prohibit; the contract sees to it that a possible one names its target.
 */
record Asked(
    Kind type,
    @Nullable Oid controller,
    @Nullable ServiceTask serviceTask,
    @Nullable Oid document) {
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
   * @throws IllegalStateException when {@link SetRules#impossible} refuses it
   */
  Target target() {
    return switch (type) {
      case CONTROLLER -> new Target.Controller(Objects.requireNonNull(controller));
      case SERVICE_TASK -> new Target.Task(Objects.requireNonNull(serviceTask));
      case DOCUMENT -> new Target.Document(Objects.requireNonNull(document));
      default -> throw new IllegalStateException("nothing that can be prohibited");
    };
  }
}
