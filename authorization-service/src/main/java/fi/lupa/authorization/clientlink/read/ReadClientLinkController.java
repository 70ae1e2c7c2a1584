package fi.lupa.authorization.clientlink.read;

import fi.lupa.authorization.clientlink.ClientLink;
import fi.lupa.authorization.clientlink.ClientLinkAnswer;
import fi.lupa.authorization.fact.Effect;
import fi.lupa.authorization.fact.Effects;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Etags;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class ReadClientLinkController {
  private final ReadLinkStore store;
  private final Effects effects;

  ReadClientLinkController(ReadLinkStore store, Effects effects) {
    this.store = store;
    this.effects = effects;
  }

  @GetMapping("/v1/client-links/{id}")
  Mono<ResponseEntity<ClientLinkAnswer>> read(
      @RequiresScope("rights.read") Caller organiser, @PathVariable UUID id) {
    return find(id, organiser)
        .map(link ->
            ResponseEntity.ok().eTag(Etags.of(link.version())).body(ClientLinkAnswer.of(link)));
  }

  @GetMapping("/v1/client-links/{id}/effect")
  Mono<Effect> effect(
      @RequiresScope("rights.read") Caller organiser,
      @PathVariable UUID id,
      @RequestParam long version) {
    return find(id, organiser)
        .flatMap(link ->
            effects.of(FactKind.CLIENT_LINK, link.id().toString(), version, link.version()));
  }

  private Mono<ClientLink> find(UUID id, Caller organiser) {
    return store
        .find(id, organiser.organisation())
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }
}
