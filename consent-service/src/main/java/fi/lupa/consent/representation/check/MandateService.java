package fi.lupa.consent.representation.check;

import fi.lupa.consent.representation.Representation;
import fi.lupa.contracts.ClientRef;
import reactor.core.publisher.Flux;

/**
 * Who may act for whom, by whichever register knows. The national one (Suomi.fi e-Authorizations,
 * population register, guardianship register) would be a second implementation; here it is the
 * table that the operator loads.
 */
interface MandateService {
  /**
   * All relations between the two, whether they let anybody act or not. Must do the same work for
   * persons with and without any.
   */
  Flux<Representation> between(ClientRef client, ClientRef representative);
}
