package fi.lupa.disclosure.citizen.documents;

import fi.lupa.disclosure.citizen.CitizenView.Act;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /v1/my/documents}, one of them, and what stands in it. */
@RestController
class MyDocumentsController {
  private final MyDocuments documents;

  MyDocumentsController(MyDocuments documents) {
    this.documents = documents;
  }

  @GetMapping("/v1/my/documents")
  Mono<ResponseEntity<MyDocument.Page>> list(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      PageRequest page) {
    return documents.list(citizen, page).map(MyDocumentsController::answer);
  }

  @GetMapping("/v1/my/documents/{id}")
  Mono<ResponseEntity<MyDocument>> read(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable String id) {
    return documents
        .one(citizen, id, Act.METADATA, documents::described)
        .map(MyDocumentsController::answer);
  }

  @GetMapping("/v1/my/documents/{id}/content")
  Mono<ResponseEntity<MyDocument.Content>> content(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable String id) {
    return documents
        .one(citizen, id, Act.CONTENT, documents::content)
        .map(MyDocumentsController::answer);
  }

  private static <T> ResponseEntity<T> answer(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
