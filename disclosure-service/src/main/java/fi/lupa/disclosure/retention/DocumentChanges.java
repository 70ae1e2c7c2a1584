package fi.lupa.disclosure.retention;

import fi.lupa.contracts.ClientRef;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.matter.ToldByDocuments;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What follows for a client when a document is stored or voided, in the same transaction. */
@Component
public class DocumentChanges {
  private final ToldByDocuments told;
  private final RetentionTimes times;

  DocumentChanges(ToldByDocuments told, RetentionTimes times) {
    this.told = told;
    this.times = times;
  }

  /** To be called after the document's rows are as they shall be. */
  public Mono<Void> made(ClientRef client, Document document) {
    return told.changed(client, document.documentOid(), document.documentType(), document.version())
        .then(times.changed(client, document.controller()));
  }
}
