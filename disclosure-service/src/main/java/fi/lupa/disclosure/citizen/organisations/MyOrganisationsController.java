package fi.lupa.disclosure.citizen.organisations;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.platform.client.OpaqueOids;
import fi.lupa.platform.client.OpaqueOids.Kind;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * {@code GET /v1/my/organisations}: names are public, only what a citizen calls them by isn't. It
 * tells nothing of anybody, so no look is on record.
 */
@RestController
class MyOrganisationsController {
  private final MyOrganisationStore organisations;
  private final OpaqueOids opaque;

  MyOrganisationsController(MyOrganisationStore organisations, OpaqueOids opaque) {
    this.organisations = organisations;
    this.opaque = opaque;
  }

  @GetMapping("/v1/my/organisations")
  Mono<ResponseEntity<MyOrganisation.Page>> list(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      PageRequest page) {
    return organisations
        .page(after(citizen.client(), page.cursor()), page.limit() + 1)
        .map(found -> page(citizen.client(), found, page.limit()))
        .map(answer -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer));
  }

  private MyOrganisation.Page page(ClientRef citizen, List<OrganisationChanged> found, int limit) {
    List<MyOrganisation> items =
        found.stream().limit(limit).map(one -> told(citizen, one)).toList();
    return new MyOrganisation.Page(
        items, found.size() > limit ? Cursor.encode(items.getLast().id()) : null);
  }

  private MyOrganisation told(ClientRef citizen, OrganisationChanged one) {
    return new MyOrganisation(
        opaque.hide(citizen, Kind.ORGANISATION, one.oid()),
        one.name(),
        one.sector(),
        one.ownership());
  }

  private @Nullable Oid after(ClientRef citizen, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    return opaque
        .reveal(citizen, Kind.ORGANISATION, Cursor.decode(cursor, 1).getFirst())
        .orElseThrow(Cursor::invalid);
  }
}
