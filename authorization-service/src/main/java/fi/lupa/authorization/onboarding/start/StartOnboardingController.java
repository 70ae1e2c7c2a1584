package fi.lupa.authorization.onboarding.start;

import fi.lupa.authorization.onboarding.Onboarding;
import fi.lupa.authorization.onboarding.OnboardingAnswers;
import fi.lupa.authorization.onboarding.Onboardings;
import fi.lupa.authorization.onboarding.Sides;
import fi.lupa.authorization.onboarding.Step;
import fi.lupa.authorization.onboarding.StepOrder;
import fi.lupa.authorization.onboarding.StepTaken;
import fi.lupa.authorization.organisation.OrganisationChanges;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.Ids;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
final class StartOnboardingController {
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final OrganisationChanges organisations;
  private final Onboardings onboardings;
  private final OnboardingAnswers answers;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  StartOnboardingController(
      Transactions transactions,
      Idempotency idempotency,
      OrganisationChanges organisations,
      Onboardings onboardings,
      OnboardingAnswers answers,
      JsonMapper json,
      Ids ids,
      Clock clock) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.organisations = organisations;
    this.onboardings = onboardings;
    this.answers = answers;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** What a key is used for once: the body and whose onboarding it starts. */
  private record Order(Oid organisation, OnboardingStart body) {}

  @PostMapping("/v1/organisations/{oid}/onboardings")
  Mono<ResponseEntity<JsonNode>> start(
      @RequiresScope("onboarding.manage") Caller caller,
      @PathVariable Oid oid,
      IdempotencyKey key,
      @RequestSchema("OnboardingStart") OnboardingStart body) {
    if (!Sides.maySee(caller, oid)) {
      return Mono.error(Problem.of("NOT_FOUND"));
    }
    return transactions
        .run(
            idempotency.once(
                caller.organisation().value(), key, new Order(oid, body), start(oid, body, caller)))
        .map(once -> answer(once.answer().body()));
  }

  private Mono<StoredAnswer> start(Oid oid, OnboardingStart body, Caller caller) {
    return organisations
        .hold(oid)
        .doOnNext(organisation ->
            StartRules.check(organisation, body.situation(), body.functions())
                .ifPresent(code -> {
                  throw Problem.of(code);
                }))
        .then(Mono.defer(() -> onboardings.start(first(oid, body, caller))))
        .map(first ->
            new StoredAnswer(
                HttpStatus.CREATED.value(), Map.of(), json.valueToTree(answers.of(first))));
  }

  private Onboarding first(Oid oid, OnboardingStart body, Caller caller) {
    StepTaken registered =
        new StepTaken(
            1,
            StepOrder.plain(Step.REGISTERED, body.evidence()),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            new StepTaken.By(caller.organisation(), caller.subject()));
    return new Onboarding(
        ids.next(), oid, body.situation(), new TreeSet<>(body.functions()), List.of(registered));
  }

  private static ResponseEntity<JsonNode> answer(JsonNode body) {
    return ResponseEntity.created(URI.create("/v1/onboardings/" + body.path("id").asString()))
        .eTag(Etags.of(body.path("version").asLong()))
        .body(body);
  }
}
