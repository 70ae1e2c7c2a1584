package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.decision.StatedChain;
import fi.lupa.disclosure.document.Chain;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.Form;
import fi.lupa.disclosure.document.Register;
import fi.lupa.disclosure.document.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of a document that may be stored. */
final class NewDocument {
  private static final StatedChain NOTHING_STATED =
      new StatedChain(null, null, null, null, null, null);

  private NewDocument() {}

  static Document of(StoreCase request, Optional<UsageRightChanged> right) {
    CheckedUpload upload = request.upload();
    DocumentMetadata metadata = upload.metadata();
    Instant recordedAt = metadata.recordedAt().truncatedTo(ChronoUnit.MICROS);
    return new Document(
        metadata.documentOid(),
        new Oid(metadata.documentOid().value() + "." + request.version()),
        request.version(),
        register(request),
        right.map(used -> chain(request, used)).orElseGet(() -> own(metadata)),
        form(upload),
        metadata.tasks(),
        metadata.services(),
        metadata.matters() == null ? Set.of() : metadata.matters(),
        metadata.title(),
        metadata.author(),
        metadata.handling(),
        upload.signature(),
        request.membership(),
        recordedAt,
        request.inquiry().now(),
        Standing.current(request.history().sortAt(recordedAt)));
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
    StatedChain stated = Objects.requireNonNullElse(metadata.chain(), NOTHING_STATED);
    return new Chain(
        metadata.basis(),
        metadata.unit(),
        Objects.requireNonNullElse(stated.organiserUnit(), metadata.unit()),
        stated.producer(),
        stated.producerUnit(),
        stated.subcontractor(),
        stated.subcontractorUnit());
  }

  /** In a register of another, with the whole purchase chain (Act 703/2023 37 § 3). */
  private static Chain chain(StoreCase request, UsageRightChanged right) {
    DocumentMetadata metadata = request.metadata();
    StatedChain stated = Objects.requireNonNullElse(metadata.chain(), NOTHING_STATED);
    boolean chained = !right.producer().equals(request.organisation());
    return new Chain(
        metadata.basis(),
        metadata.unit(),
        stated.organiserUnit(),
        right.producer(),
        right.producerUnit(),
        chained ? request.organisation() : null,
        chained ? metadata.unit() : null);
  }

  private static @Nullable String value(@Nullable Oid oid) {
    return oid == null ? null : oid.value();
  }
}
