package fi.lupa.authorization.organisation;

import reactor.core.publisher.Mono;

/** What decides an organisation's status and functions when it joins step by step. */
public interface JoiningProcess {
  /**
   * Asked, inside the transaction, before what the operator states of an organisation is stored.
   *
   * @return an error ONBOARDING_DECIDES when it isn't the operator's to state
   */
  Mono<Void> beforeChange(Organisation current, OrganisationDetails wanted);
}
