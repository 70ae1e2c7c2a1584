package fi.lupa.consent.permit.search;

import fi.lupa.consent.change.Effect;
import fi.lupa.consent.change.Effects;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.permit.PermitActors;
import fi.lupa.consent.permit.PermitViews;
import fi.lupa.consent.representation.check.Representatives;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.PermitKind;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A client's permits, and whether a version of one is in force. */
@RestController
class SearchController {
  private final SearchStore store;
  private final PermitViews views;
  private final Effects effects;
  private final ClientRefs clients;
  private final Representatives representatives;
  private final PermitActors actors;

  SearchController(
      SearchStore store,
      PermitViews views,
      Effects effects,
      ClientRefs clients,
      Representatives representatives,
      PermitActors actors) {
    this.store = store;
    this.views = views;
    this.effects = effects;
    this.clients = clients;
    this.representatives = representatives;
    this.actors = actors;
  }

  @PostMapping("/v1/permits/searches")
  Mono<PermitList> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      @RequestSchema("PermitSearch") SearchRequest body) {
    return list(clients.of(body.client()), null, EnumSet.allOf(PermitKind.class));
  }

  @GetMapping("/v1/my/permits")
  Mono<PermitList> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen) {
    return representatives
        .verified(citizen, Representatives.ANY)
        .flatMap(who -> list(who.client(), who.client(), actors.seen(who)));
  }

  @GetMapping("/v1/permits/{id}/effect")
  Mono<Effect> effect(
      @RequiresScope("declarations.manage") Caller caller,
      @PathVariable UUID id,
      @RequestParam long version) {
    return effects.of(
        Fact.PERMIT, id, store.version(id, null, EnumSet.allOf(PermitKind.class)), version);
  }

  @GetMapping("/v1/my/permits/{id}/effect")
  Mono<Effect> myEffect(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable UUID id,
      @RequestParam long version) {
    return representatives
        .verified(citizen, Representatives.ANY)
        .flatMap(who ->
            effects.of(
                Fact.PERMIT, id, store.version(id, who.client(), actors.seen(who)), version));
  }

  private Mono<PermitList> list(
      ClientRef client, @Nullable ClientRef citizen, Set<PermitKind> kinds) {
    return store
        .of(client, kinds)
        .flatMap(permits -> views.of(permits, citizen))
        .map(permits -> new PermitList(permits, null));
  }
}
