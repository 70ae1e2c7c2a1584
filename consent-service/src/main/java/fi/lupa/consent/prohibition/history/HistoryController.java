package fi.lupa.consent.prohibition.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.consent.prohibition.ProhibitionView;
import fi.lupa.consent.prohibition.ProhibitionViews;
import fi.lupa.consent.representation.check.Representatives;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a prohibition came to be what it is: every version, without who recorded it. */
@RestController("prohibitionHistoryController")
class HistoryController {
  private final HistoryStore store;
  private final ProhibitionViews views;
  private final Representatives representatives;

  HistoryController(HistoryStore store, ProhibitionViews views, Representatives representatives) {
    this.store = store;
    this.views = views;
    this.representatives = representatives;
  }

  /** Oldest first; {@code next} is always null. */
  record Versions(
      List<ProhibitionView> items,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  @GetMapping("/v1/prohibitions/{id}/versions")
  Mono<Versions> atProvider(
      @RequiresScope("declarations.manage") Caller caller, @PathVariable UUID id) {
    return versions(id, null);
  }

  @GetMapping("/v1/my/prohibitions/{id}/versions")
  Mono<Versions> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable UUID id) {
    return representatives
        .verified(citizen, Representatives.ANY)
        .flatMap(who -> versions(id, who.client()));
  }

  private Mono<Versions> versions(UUID id, @Nullable ClientRef only) {
    return store
        .of(id, only)
        .filter(versions -> !versions.isEmpty())
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .flatMap(versions -> views.of(versions, only))
        .map(versions -> new Versions(versions, null));
  }
}
