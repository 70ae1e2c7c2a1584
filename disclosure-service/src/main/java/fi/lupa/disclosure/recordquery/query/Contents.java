package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.ClientRef;
import fi.lupa.disclosure.decision.ContactData;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.document.contact.ContactMask;
import fi.lupa.disclosure.recordquery.query.RecordQueryAnswer.ContentPart;
import fi.lupa.disclosure.recordquery.query.RecordQueryAnswer.Found;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The contents of the documents given, as far as the decision lets them be seen. */
@Component
class Contents {
  private final DocumentStore documents;
  private final ContactMask mask;

  Contents(DocumentStore documents, ContactMask mask) {
    this.documents = documents;
    this.mask = mask;
  }

  /** How each of the documents is given without its content. */
  static Mono<Function<Document, Found>> none() {
    return Mono.just(document -> new Found(document, null, null));
  }

  /** How each of the documents is given with its content. */
  Mono<Function<Document, Found>> of(
      Set<ClientRef> refs, List<Document> given, Predicate<Document> hidesContactData) {
    Mono<Map<Document.Id, byte[]>> bytes =
        given.isEmpty()
            ? Mono.just(Map.of())
            : documents.contents(refs, given.stream().map(Document::id).toList());
    return given.stream().noneMatch(hidesContactData)
        ? bytes.map(stored -> document -> whole(document, text(document, stored)))
        // cutting a page of 16 MB takes longer than an event loop may
        : bytes
            .publishOn(Schedulers.boundedElastic())
            .map(stored ->
                document ->
                    hidesContactData.test(document)
                        ? masked(document, text(document, stored))
                        : whole(document, text(document, stored)));
  }

  private static Found whole(Document document, String text) {
    return new Found(document, null, new ContentPart(document.form().mediaType(), text));
  }

  /** XHTML doesn't tell what is an address and what isn't. */
  private Found masked(Document document, String text) {
    String mediaType = document.form().mediaType();
    return new Found(
        document,
        ContactData.HIDDEN,
        mediaType.equals(MediaType.APPLICATION_JSON_VALUE)
            ? new ContentPart(mediaType, mask.mask(text))
            : null);
  }

  private static String text(Document document, Map<Document.Id, byte[]> stored) {
    byte[] bytes = stored.get(document.id());
    if (bytes == null) {
      throw new IllegalStateException("a document without its content");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
