package fi.lupa.disclosure.visibility;

import fi.lupa.disclosure.citizen.CitizenView.Act;
import fi.lupa.disclosure.citizen.documents.MyDocuments;
import fi.lupa.disclosure.decision.Possibility;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * {@code POST /v1/my/visibility} for the citizen and {@code POST /v1/visibility/searches} for a
 * controller's officer. Neither is an access, so there is no idempotency key; both are on record.
 */
@RestController
class VisibilityController {
  private final MyDocuments documents;
  private final WhoCouldSee whoCouldSee;
  private final VisibilitySearch search;
  private final Telling telling;

  VisibilityController(
      MyDocuments documents, WhoCouldSee whoCouldSee, VisibilitySearch search, Telling telling) {
    this.documents = documents;
    this.whoCouldSee = whoCouldSee;
    this.search = search;
    this.telling = telling;
  }

  @PostMapping("/v1/my/visibility")
  Mono<ResponseEntity<VisibilityAnswer>> mine(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @RequestSchema("MyVisibility") VisibilityRequest.Mine request) {
    return documents
        .one(
            citizen,
            request.document(),
            Act.VISIBILITY,
            (view, own) ->
                whoCouldSee
                    .see(view.client(), false, view.facts(), own.document(), view.now())
                    .map(possibilities ->
                        answer(
                            possibilities,
                            citizen.representative() == null
                                ? Reader.CLIENT
                                : Reader.other(view.facts(), own.document()))))
        .map(VisibilityController::answer);
  }

  @PostMapping("/v1/visibility/searches")
  Mono<ResponseEntity<VisibilityAnswer>> search(
      @RequiresScope("log.supervise") Caller caller,
      @RequestSchema("VisibilitySearch") VisibilityRequest request) {
    return search.of(caller.organisation(), request).map(VisibilityController::answer);
  }

  private VisibilityAnswer answer(List<Possibility> possibilities, Reader reader) {
    return new VisibilityAnswer(
        null,
        whoCouldSee.rulebook(),
        possibilities.stream().map(one -> telling.tell(one, reader)).toList());
  }

  private static ResponseEntity<VisibilityAnswer> answer(VisibilityAnswer answer) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
  }
}
