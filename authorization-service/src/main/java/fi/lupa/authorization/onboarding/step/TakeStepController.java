package fi.lupa.authorization.onboarding.step;

import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.onboarding.CertificationProfiles;
import fi.lupa.authorization.onboarding.Checklists;
import fi.lupa.authorization.onboarding.OnboardingAnswers;
import fi.lupa.authorization.onboarding.Onboardings;
import fi.lupa.authorization.onboarding.Onboardings.Held;
import fi.lupa.authorization.onboarding.Onboardings.Taken;
import fi.lupa.authorization.onboarding.Sides;
import fi.lupa.authorization.onboarding.StepOrder;
import fi.lupa.authorization.onboarding.StepRules;
import fi.lupa.authorization.onboarding.StepTaken;
import fi.lupa.authorization.organisation.Organisation;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.ExpectedVersion;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
final class TakeStepController {
  private final Transactions transactions;
  private final Onboardings onboardings;
  private final OnboardingAnswers answers;
  private final FactChanges facts;
  private final Checklists checklists;
  private final CertificationProfiles profiles;
  private final JsonMapper json;
  private final Clock clock;

  TakeStepController(
      Transactions transactions,
      Onboardings onboardings,
      OnboardingAnswers answers,
      FactChanges facts,
      Checklists checklists,
      CertificationProfiles profiles,
      JsonMapper json,
      Clock clock) {
    this.transactions = transactions;
    this.onboardings = onboardings;
    this.answers = answers;
    this.facts = facts;
    this.checklists = checklists;
    this.profiles = profiles;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping("/v1/onboardings/{id}/steps")
  Mono<ResponseEntity<JsonNode>> take(
      @RequiresScope("onboarding.manage") Caller caller,
      @PathVariable UUID id,
      ExpectedVersion expected,
      @RequestSchema("OnboardingStep") StepOrder order) {
    StepTaken.By by = new StepTaken.By(caller.organisation(), caller.subject());
    Mono<Taken> work =
        onboardings
            .hold(id)
            .filter(held -> Sides.maySee(caller, held.organisation().oid()))
            .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
            .doOnNext(held -> expected.check(held.onboarding().version()))
            .doOnNext(held -> refuse(held, order, caller))
            .flatMap(held -> onboardings.take(held, order, by));
    return transactions.run(work).flatMap(this::answer);
  }

  private void refuse(Held held, StepOrder order, Caller caller) {
    StepRules.Circumstances now =
        new StepRules.Circumstances(
            Sides.of(caller, held.organisation().oid()),
            held.organisation().status(),
            checklists.of(held.onboarding().situation()).keySet(),
            profiles,
            FinnishDays.dayOf(clock.instant()));
    StepRules.check(held.onboarding(), order, now)
        .ifPresent(refusal -> {
          throw refusal.problem();
        });
  }

  /** A step that changes the organisation answers when queries see that, or that they don't yet. */
  private Mono<ResponseEntity<JsonNode>> answer(Taken taken) {
    ObjectNode body = json.valueToTree(answers.of(taken.onboarding()));
    String etag = Etags.of(taken.onboarding().version());
    if (taken.change().isEmpty()) {
      return Mono.just(ResponseEntity.ok().eTag(etag).body(body));
    }
    return facts
        .push(taken.change().get())
        .map(effective -> {
          body.put("effective", effective);
          if (!effective) {
            Organisation changed = (Organisation) taken.change().get().body();
            body.put("effectUrl", effectUrl(changed));
          }
          HttpStatus status = effective ? HttpStatus.OK : HttpStatus.ACCEPTED;
          return ResponseEntity.status(status).eTag(etag).body(body);
        });
  }

  private static String effectUrl(Organisation changed) {
    return "/v1/organisations/" + changed.oid() + "/effect?version=" + changed.version();
  }
}
