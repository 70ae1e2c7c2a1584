package fi.lupa.consent.permit.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.consent.permit.PermitActors;
import fi.lupa.consent.permit.PermitView;
import fi.lupa.consent.permit.PermitViews;
import fi.lupa.consent.representation.check.Representatives;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.PermitKind;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a permit came to be what it is: every version, without who recorded it. */
@RestController("permitHistoryController")
class HistoryController {
  private final HistoryStore store;
  private final PermitViews views;
  private final Representatives representatives;
  private final PermitActors actors;

  HistoryController(
      HistoryStore store, PermitViews views, Representatives representatives, PermitActors actors) {
    this.store = store;
    this.views = views;
    this.representatives = representatives;
    this.actors = actors;
  }

  /** Oldest first; {@code next} is always null. */
  record Versions(
      List<PermitView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  @GetMapping("/v1/permits/{id}/versions")
  Mono<Versions> atProvider(
      @RequiresScope("declarations.manage") Caller caller, @PathVariable UUID id) {
    return versions(id, null, EnumSet.allOf(PermitKind.class));
  }

  @GetMapping("/v1/my/permits/{id}/versions")
  Mono<Versions> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable UUID id) {
    return representatives
        .verified(citizen, Representatives.ANY)
        .flatMap(who -> versions(id, who.client(), actors.seen(who)));
  }

  private Mono<Versions> versions(UUID id, @Nullable ClientRef only, Set<PermitKind> kinds) {
    return store
        .of(id, only)
        .filter(versions -> !versions.isEmpty() && kinds.contains(versions.getFirst().kind()))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .flatMap(versions -> views.of(versions, only))
        .map(versions -> new Versions(versions, null));
  }
}
