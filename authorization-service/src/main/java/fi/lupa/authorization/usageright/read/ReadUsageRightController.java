package fi.lupa.authorization.usageright.read;

import fi.lupa.authorization.Page;
import fi.lupa.authorization.fact.Effect;
import fi.lupa.authorization.fact.Effects;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightAnswer;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.PageRequest;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class ReadUsageRightController {
  private final UsageRightReadStore store;
  private final Effects effects;
  private final Clock clock;

  ReadUsageRightController(UsageRightReadStore store, Effects effects, Clock clock) {
    this.store = store;
    this.effects = effects;
    this.clock = clock;
  }

  @GetMapping("/v1/usage-rights/{id}")
  Mono<ResponseEntity<UsageRightAnswer>> read(
      @RequiresScope("rights.read") Caller party, @PathVariable UUID id) {
    return find(id, party)
        .map(right ->
            ResponseEntity.ok()
                .eTag(Etags.of(right.version()))
                .body(UsageRightAnswer.of(right, party.organisation(), clock.instant())));
  }

  @GetMapping("/v1/usage-rights/{id}/versions")
  Mono<Page<UsageRightVersion>> versions(
      @RequiresScope("rights.read") Caller party, @PathVariable UUID id, PageRequest page) {
    long before = page.cursor() == null ? Long.MAX_VALUE : place(page.cursor());
    return find(id, party)
        .flatMap(right -> store.versions(right, party.organisation(), before, page.limit() + 1))
        .map(rows -> Page.of(rows, page.limit(), UsageRightVersion::version, Function.identity()));
  }

  @GetMapping("/v1/usage-rights/{id}/effect")
  Mono<Effect> effect(
      @RequiresScope("rights.read") Caller party,
      @PathVariable UUID id,
      @RequestParam long version) {
    return find(id, party)
        .flatMap(right ->
            effects.of(FactKind.USAGE_RIGHT, right.id().toString(), version, right.version()));
  }

  private Mono<UsageRight> find(UUID id, Caller party) {
    return store
        .find(new UsageRightId(id), party.organisation())
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  private static long place(String cursor) {
    try {
      return Long.parseLong(Cursor.decode(cursor, 1).getFirst());
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }
}
