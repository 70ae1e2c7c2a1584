package fi.lupa.authorization.organisation.read;

import fi.lupa.authorization.Page;
import fi.lupa.authorization.fact.Effect;
import fi.lupa.authorization.fact.Effects;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.authorization.organisation.Organisation;
import fi.lupa.authorization.organisation.OrganisationReadStore;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.PageRequest;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class ReadOrganisationController {
  private final OrganisationReadStore store;
  private final Effects effects;

  ReadOrganisationController(OrganisationReadStore store, Effects effects) {
    this.store = store;
    this.effects = effects;
  }

  @GetMapping("/v1/organisations/{oid}")
  Mono<ResponseEntity<Organisation>> read(
      @RequiresScope("organisations.read") Caller caller, @PathVariable Oid oid) {
    return find(oid).map(found -> ResponseEntity.ok().eTag(Etags.of(found.version())).body(found));
  }

  @GetMapping("/v1/organisations")
  Mono<Page<Organisation>> list(
      @RequiresScope("organisations.read") Caller caller, PageRequest page) {
    return store
        .after(page.cursor() == null ? "" : place(page.cursor()), page.limit() + 1)
        .map(rows -> Page.of(rows, page.limit(), Organisation::oid, Function.identity()));
  }

  @GetMapping("/v1/organisations/{oid}/effect")
  Mono<Effect> effect(
      @RequiresScope("organisations.read") Caller caller,
      @PathVariable Oid oid,
      @RequestParam long version) {
    return find(oid)
        .flatMap(found -> effects.of(FactKind.ORGANISATION, oid.value(), version, found.version()));
  }

  private static String place(String cursor) {
    String oid = Cursor.decode(cursor, 1).getFirst();
    if (!Oid.isValid(oid)) {
      throw Cursor.invalid();
    }
    return oid;
  }

  private Mono<Organisation> find(Oid oid) {
    return store.find(oid).switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }
}
