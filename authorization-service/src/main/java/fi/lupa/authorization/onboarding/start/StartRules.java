package fi.lupa.authorization.onboarding.start;

import fi.lupa.authorization.onboarding.Situation;
import fi.lupa.authorization.organisation.Organisation;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.SystemFunction;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Whether an organisation may begin to join so. */
final class StartRules {
  private StartRules() {}

  /** The reason code of the refusal, if there is one. */
  static Optional<String> check(
      Organisation organisation, Situation situation, Set<SystemFunction> functions) {
    boolean fits =
        switch (situation) {
          case PUBLIC -> joins(organisation, Ownership.PUBLIC);
          case PRIVATE -> joins(organisation, Ownership.PRIVATE);
          case OLD_DOCUMENTS_ONLY ->
              joins(organisation, organisation.ownership())
                  && functions.equals(Set.of(SystemFunction.OLD_DOCUMENTS));
          case EXTENSION -> organisation.status() == OrganisationStatus.JOINED;
        };
    if (!fits) {
      return Optional.of("SITUATION_NOT_POSSIBLE");
    }
    return situation == Situation.EXTENSION
            && !Collections.disjoint(functions, organisation.functions())
        ? Optional.of("FUNCTION_IN_USE")
        : Optional.empty();
  }

  private static boolean joins(Organisation organisation, Ownership ownership) {
    return organisation.status() == OrganisationStatus.REGISTERED
        && organisation.ownership() == ownership;
  }
}
