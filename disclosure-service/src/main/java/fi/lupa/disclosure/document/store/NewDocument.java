package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.document.Chain;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.Form;
import fi.lupa.disclosure.document.Membership;
import fi.lupa.disclosure.document.Register;
import fi.lupa.disclosure.document.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of a document that may be stored. */
final class NewDocument {
  private NewDocument() {}

  static Document of(StoreCase request, Optional<UsageRightChanged> right) {
    CheckedUpload upload = request.upload();
    DocumentMetadata metadata = upload.metadata();
    Instant recordedAt = metadata.recordedAt().truncatedTo(ChronoUnit.MICROS);
    return new Document(
        metadata.documentOid(),
        new Oid(metadata.documentOid().value() + ".1"),
        1,
        register(request),
        right.map(used -> chain(request, used)).orElseGet(() -> own(metadata)),
        form(upload),
        metadata.serviceTasks(),
        metadata.services(),
        metadata.matters() == null ? Set.of() : metadata.matters(),
        metadata.title(),
        metadata.author(),
        metadata.handling(),
        upload.signature(),
        Membership.NOT_COMMON,
        recordedAt,
        request.inquiry().now(),
        Standing.current(recordedAt));
  }

  private static Register register(StoreCase request) {
    Oid controller = request.metadata().controller();
    Ownership kind =
        request
            .facts()
            .organisation(controller)
            .map(OrganisationChanged::ownership)
            .orElse(Ownership.PUBLIC);
    return new Register(controller, kind, request.metadata().registerCode());
  }

  private static Form form(CheckedUpload upload) {
    DocumentMetadata metadata = upload.metadata();
    return new Form(
        metadata.documentType(),
        value(metadata.schemaOid()),
        upload.mediaType(),
        metadata.language(),
        upload.content().length);
  }

  private static Chain own(DocumentMetadata metadata) {
    return new Chain(metadata.basis(), metadata.unit(), metadata.unit(), null, null, null, null);
  }

  /** In a register of another, with the whole purchase chain (Act 703/2023 37 § 3). */
  private static Chain chain(StoreCase request, UsageRightChanged right) {
    DocumentMetadata metadata = request.metadata();
    boolean chained = !right.producer().equals(request.organisation());
    return new Chain(
        metadata.basis(),
        metadata.unit(),
        null,
        right.producer(),
        chained ? right.producerUnit() : metadata.unit(),
        chained ? request.organisation() : null,
        chained ? metadata.unit() : null);
  }

  private static @Nullable String value(@Nullable Oid oid) {
    return oid == null ? null : oid.value();
  }
}
