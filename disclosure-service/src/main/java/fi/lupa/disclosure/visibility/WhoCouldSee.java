package fi.lupa.disclosure.visibility;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Possibility;
import fi.lupa.disclosure.decision.Possibility.Asker;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Visibility;
import fi.lupa.disclosure.decision.Visibility.Question;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.Roles;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts together who could ask, and has the rulebook in force answer each of them. */
@Component
class WhoCouldSee {
  private final FactStore facts;
  private final AskerStore askers;
  private final Rulebook rulebook;
  private final Roles roles;

  WhoCouldSee(FactStore facts, AskerStore askers, Rulebook rulebook, Roles roles) {
    this.facts = facts;
    this.askers = askers;
    this.rulebook = rulebook;
    this.roles = roles;
  }

  Rulebook rulebook() {
    return rulebook;
  }

  /**
   * To be called in the transaction that found the document.
   *
   * @param known facts of the client, with all organisations that they name but for their ties
   * @param temporary the client would be named by a temporary identifier
   */
  Mono<List<Possibility>> see(
      ClientRef client, boolean temporary, Facts known, Document document, Instant now) {
    Question question = new Question(document, roles.all(), temporary, now);
    return facts
        .load(client, known.named(), true)
        .map(all -> all.bornOn(known.born()))
        .zipWhen(all -> askers.others(all.organisations().keySet()))
        // hundreds of decisions take longer than an event loop may
        .publishOn(Schedulers.boundedElastic())
        .map(found -> possibilities(question, found.getT1(), found.getT2()));
  }

  private List<Possibility> possibilities(Question question, Facts all, List<Asker> others) {
    Stream<Asker> named =
        all.organisations().values().stream()
            .filter(organisation -> organisation.status() == OrganisationStatus.JOINED)
            .map(organisation -> new Asker(organisation, 1));
    return Visibility.of(
        rulebook,
        question,
        all.knowing(others.stream().map(Asker::organisation).toList()),
        Stream.concat(named, others.stream()).toList());
  }
}
