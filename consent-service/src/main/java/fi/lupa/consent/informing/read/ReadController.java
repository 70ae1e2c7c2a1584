package fi.lupa.consent.informing.read;

import fi.lupa.consent.change.Effect;
import fi.lupa.consent.change.Effects;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.informing.Informing;
import fi.lupa.consent.informing.text.InformationTexts;
import fi.lupa.consent.representation.check.Representatives;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Etags;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The citizen's own informing, and whether an informing is in force. */
@RestController
class ReadController {
  private final ReadStore store;
  private final Effects effects;
  private final Representatives representatives;
  private final InformationTexts texts;
  private final Clock clock;

  ReadController(
      ReadStore store,
      Effects effects,
      Representatives representatives,
      InformationTexts texts,
      Clock clock) {
    this.store = store;
    this.effects = effects;
    this.representatives = representatives;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/v1/my/informing")
  Mono<ResponseEntity<InformingStatus>> mine(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen) {
    return own(citizen)
        .map(informing ->
            ResponseEntity.ok()
                .eTag(Etags.of(informing.version()))
                .body(
                    InformingStatus.of(
                        informing, texts.due(informing.textVersion(), clock.instant()))));
  }

  @GetMapping("/v1/informings/{id}/effect")
  Mono<Effect> effect(
      @RequiresScope("declarations.manage") Caller caller,
      @PathVariable UUID id,
      @RequestParam long version) {
    return effects.of(Fact.INFORMING, id, store.version(id), version);
  }

  @GetMapping("/v1/my/informing/effect")
  Mono<Effect> myEffect(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @RequestParam long version) {
    return own(citizen)
        .flatMap(informing ->
            effects.of(Fact.INFORMING, informing.id(), Mono.just(informing.version()), version));
  }

  private Mono<Informing> own(Citizen citizen) {
    return representatives
        .verified(citizen, Representatives.ANY)
        .flatMap(who -> store.of(who.client()))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }
}
