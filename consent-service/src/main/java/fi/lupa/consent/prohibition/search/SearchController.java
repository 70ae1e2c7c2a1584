package fi.lupa.consent.prohibition.search;

import fi.lupa.consent.change.Effect;
import fi.lupa.consent.change.Effects;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.prohibition.ProhibitionViews;
import fi.lupa.consent.representation.check.Representatives;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.platform.web.RequestSchema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A client's prohibitions, and whether a version of one is in force. */
@RestController
class SearchController {
  private final SearchStore store;
  private final ProhibitionViews views;
  private final Effects effects;
  private final ClientRefs clients;
  private final Representatives representatives;

  SearchController(
      SearchStore store,
      ProhibitionViews views,
      Effects effects,
      ClientRefs clients,
      Representatives representatives) {
    this.store = store;
    this.views = views;
    this.effects = effects;
    this.clients = clients;
    this.representatives = representatives;
  }

  @PostMapping("/v1/prohibitions/searches")
  Mono<ProhibitionList> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      @RequestSchema("ProhibitionSearch") SearchRequest body) {
    return list(clients.of(body.client()), null, body.page());
  }

  @GetMapping("/v1/my/prohibitions")
  Mono<ProhibitionList> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      PageRequest page) {
    return representatives
        .verified(citizen, Representatives.ANY)
        .flatMap(who -> list(who.client(), who.client(), page));
  }

  @GetMapping("/v1/prohibitions/{id}/effect")
  Mono<Effect> effect(
      @RequiresScope("declarations.manage") Caller caller,
      @PathVariable UUID id,
      @RequestParam long version) {
    return effects.of(Fact.PROHIBITION, id, store.version(id, null), version);
  }

  @GetMapping("/v1/my/prohibitions/{id}/effect")
  Mono<Effect> myEffect(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable UUID id,
      @RequestParam long version) {
    return representatives
        .verified(citizen, Representatives.ANY)
        .flatMap(who -> effects.of(Fact.PROHIBITION, id, store.version(id, who.client()), version));
  }

  private Mono<ProhibitionList> list(
      ClientRef client, @Nullable ClientRef citizen, PageRequest page) {
    return store
        .of(client, before(page.cursor()), page.limit() + 1)
        .flatMap(found -> views.of(found, citizen))
        .map(found -> ProhibitionList.of(found, page.limit()));
  }

  private static @Nullable UUID before(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
    } catch (IllegalArgumentException e) {
      throw Cursor.invalid();
    }
  }
}
