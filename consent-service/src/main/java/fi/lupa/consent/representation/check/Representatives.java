package fi.lupa.consent.representation.check;

import fi.lupa.consent.representation.Ages;
import fi.lupa.consent.representation.Representation;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks, at each act anew, whether somebody may act for a client. */
@Component
public class Representatives {
  /** For acts that any mandate which is of use here lets one do. */
  public static final Set<RepresentationMatter> ANY =
      Set.of(RepresentationMatter.SOCIAL_CARE, RepresentationMatter.HEALTH_CARE);

  private final MandateService mandates;
  private final ClientRefs clients;
  private final Clock clock;

  Representatives(MandateService mandates, ClientRefs clients, Clock clock) {
    this.mandates = mandates;
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * The relation by which one may act for another, of whichever kind it is.
   *
   * @return an error NO_REPRESENTATION, or one that tells nothing secret
   */
  Mono<Representation> between(IdentityCode client, IdentityCode representative) {
    return mandates
        .between(clients.of(client), clients.of(representative))
        .collectList()
        .map(known -> given(known, client, ANY));
  }

  /**
   * The citizen, when nobody acts for them or who does may do so now: by the relation that the
   * token names, because of that one the token's holder has been told.
   *
   * @param matters the act is of any of these
   * @return an error NO_REPRESENTATION, or one that tells nothing secret
   */
  public Mono<Citizen> verified(Citizen citizen, Set<RepresentationMatter> matters) {
    Representative by = citizen.representative();
    if (by == null) {
      return Mono.just(citizen);
    }
    return named(citizen.client(), by)
        .doOnNext(known -> given(known, citizen.id(), matters))
        .thenReturn(citizen);
  }

  private Mono<List<Representation>> named(ClientRef client, Representative by) {
    return mandates
        .between(client, by.person())
        .filter(one -> one.id().equals(by.representation()) && one.role() == by.role())
        .collectList();
  }

  private Representation given(
      List<Representation> known, IdentityCode client, Set<RepresentationMatter> matters) {
    return switch (CheckRules.verdict(known, client, matters, Ages.today(clock.instant()))) {
      case Verdict.Given(var by) -> by;
      case Verdict.Refused(var why) -> throw Problem.of(why.name());
    };
  }
}
