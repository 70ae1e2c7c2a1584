package fi.lupa.authorization.onboarding.read;

import fi.lupa.authorization.Page;
import fi.lupa.authorization.onboarding.Onboarding;
import fi.lupa.authorization.onboarding.OnboardingAnswer;
import fi.lupa.authorization.onboarding.OnboardingAnswers;
import fi.lupa.authorization.onboarding.OnboardingReadStore;
import fi.lupa.authorization.onboarding.Sides;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.PageRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class ReadOnboardingController {
  private static final UUID FIRST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private final OnboardingReadStore store;
  private final OnboardingAnswers answers;

  ReadOnboardingController(OnboardingReadStore store, OnboardingAnswers answers) {
    this.store = store;
    this.answers = answers;
  }

  @GetMapping("/v1/onboardings/{id}")
  Mono<ResponseEntity<OnboardingAnswer>> read(
      @RequiresScope("onboarding.manage") Caller caller, @PathVariable UUID id) {
    return store
        .find(id)
        .filter(found -> Sides.maySee(caller, found.organisation()))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .map(found -> ResponseEntity.ok().eTag(Etags.of(found.version())).body(answers.of(found)));
  }

  @GetMapping("/v1/organisations/{oid}/onboardings")
  Mono<Page<OnboardingAnswer>> list(
      @RequiresScope("onboarding.manage") Caller caller, @PathVariable Oid oid, PageRequest page) {
    UUID after = page.cursor() == null ? FIRST : place(page.cursor());
    return store
        .knows(oid)
        .filter(known -> known && Sides.maySee(caller, oid))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .flatMap(known -> store.before(oid, after, page.limit() + 1))
        .map(rows -> Page.of(rows, page.limit(), Onboarding::id, answers::of));
  }

  private static UUID place(String cursor) {
    try {
      return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
    } catch (IllegalArgumentException e) {
      throw Cursor.invalid();
    }
  }
}
