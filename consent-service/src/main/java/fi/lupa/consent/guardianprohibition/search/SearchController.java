package fi.lupa.consent.guardianprohibition.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.consent.change.Effect;
import fi.lupa.consent.change.Effects;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.guardianprohibition.GuardianProhibition;
import fi.lupa.consent.guardianprohibition.GuardianProhibitionView;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.RequestSchema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a minor asked for, and whether a version of it is in force; no guardian's to read. */
@RestController
class SearchController {
  private final SearchStore store;
  private final Effects effects;
  private final ClientRefs clients;

  SearchController(SearchStore store, Effects effects, ClientRefs clients) {
    this.store = store;
    this.effects = effects;
    this.clients = clients;
  }

  /** A page; {@code next} is the cursor of the page after, null on the last. */
  record Page(
      List<GuardianProhibitionView> items,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {
    /**
     * @param found one more than the page holds, when there is more
     */
    static Page of(List<GuardianProhibition> found, int limit, Oid reader) {
      List<GuardianProhibition> page = found.subList(0, Math.min(limit, found.size()));
      return new Page(
          page.stream().map(one -> GuardianProhibitionView.readBy(reader, one)).toList(),
          found.size() > limit ? Cursor.encode(page.getLast().id()) : null);
    }
  }

  @PostMapping("/v1/guardian-prohibitions/searches")
  Mono<Page> search(
      @RequiresScope("declarations.manage") Caller caller,
      @RequestSchema("GuardianProhibitionSearch") SearchRequest body) {
    int limit = body.page().limit();
    return store
        .of(clients.of(body.client()), before(body.cursor()), limit + 1)
        .map(found -> Page.of(found, limit, caller.organisation()));
  }

  @GetMapping("/v1/guardian-prohibitions/{id}/effect")
  Mono<Effect> effect(
      @RequiresScope("declarations.manage") Caller caller,
      @PathVariable UUID id,
      @RequestParam long version) {
    return effects.of(Fact.GUARDIAN_PROHIBITION, id, store.version(id), version);
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
