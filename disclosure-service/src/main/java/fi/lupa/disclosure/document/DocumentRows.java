package fi.lupa.disclosure.document;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.SpecialCategory;
import fi.lupa.disclosure.document.DocumentStore.Source;
import fi.lupa.disclosure.document.signature.SignatureReason;
import fi.lupa.disclosure.document.signature.SignatureType;
import fi.lupa.platform.sql.ParsedTexts;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents as rows of the table {@code document} and back. */
final class DocumentRows {
  /** The columns that {@link #document} reads. */
  static final String COLUMNS =
      """
      document_oid, version_oid, version, controller, controller_kind, register_code, processing_ground,
      unit, organiser_unit, producer, producer_unit, subcontractor, subcontractor_unit, document_type,
      schema_oid, media_type, language, content_bytes, service_tasks, social_services, matters,
      title::text as title, author::text as author, phase, old, retention_class, valid_to, client_died, show_to_client, show_from,
      hidden_reason, secrecy, special_category, patient_data_group, signature_state, signature_type, signed_by, signed_at,
      signature_reason, joined_on, left_on, recorded_at, stored_at, sort_at, current, voided_at, void_reason
      """;

  private final JsonMapper json;
  private final ParsedTexts<LocalizedText> titles;
  private final ParsedTexts<Document.Author> authors;

  DocumentRows(JsonMapper json) {
    this.json = json;
    this.titles = new ParsedTexts<>(json, LocalizedText.class);
    this.authors = new ParsedTexts<>(json, Document.Author.class);
  }

  /**
   * A row by its columns' names; what isn't set is null, also where the column has a default.
   *
   * @param lead whether this client's row stands for the document's version
   */
  ObjectNode row(ClientRef client, Document document, Source source, boolean lead) {
    ObjectNode row =
        json.createObjectNode()
            .put("client_ref", client.toString())
            .put("document_oid", document.documentOid().value())
            .put("version", document.version())
            .put("version_oid", document.versionOid().value())
            .put("usage_right_id", text(source.usageRight()))
            .put("usage_right_version", source.rightVersion())
            .put("content_sha256", bytea(source.sha256()))
            .put("fingerprint", bytea(source.fingerprint()))
            .put("store_id", source.storeId().toString())
            .put("lead", lead);
    putChain(row, document.register(), document.chain());
    putForm(row, document.form());
    putHandling(row, document.handling());
    putSignature(row, document.signature());
    return row.put("joined_on", text(document.membership().joinedOn()))
        .put("left_on", text(document.membership().leftOn()))
        .put("recorded_at", document.recordedAt().toString())
        .put("stored_at", document.storedAt().toString())
        .put("sort_at", document.standing().sortAt().toString())
        .put("current", document.standing().status() == Standing.Status.CURRENT)
        .putPOJO("service_tasks", document.serviceTasks())
        .putPOJO("social_services", document.socialServices())
        .putPOJO("matters", document.matters())
        .putPOJO("title", document.title())
        .putPOJO("author", document.author());
  }

  private static void putChain(ObjectNode row, Register register, Chain chain) {
    row.put("controller", register.controller().value())
        .put("controller_kind", register.controllerKind().name())
        .put("register_code", register.registerCode())
        .put("processing_ground", chain.processingGround().name())
        .put("unit", chain.unit().value())
        .put("organiser_unit", text(chain.organiserUnit()))
        .put("producer", text(chain.producer()))
        .put("producer_unit", text(chain.producerUnit()))
        .put("subcontractor", text(chain.subcontractor()))
        .put("subcontractor_unit", text(chain.subcontractorUnit()));
  }

  private static void putForm(ObjectNode row, Form form) {
    row.put("document_type", form.documentType())
        .put("schema_oid", form.schemaOid())
        .put("media_type", form.mediaType())
        .put("language", form.language())
        .put("content_bytes", form.contentBytes());
  }

  private static void putHandling(ObjectNode row, Handling handling) {
    row.put("phase", handling.phase().name())
        .put("old", handling.old())
        .put("retention_class", handling.retentionClass())
        .put("valid_to", text(handling.validTo()))
        .put("client_died", text(handling.clientDied()))
        .put("show_to_client", handling.showToClient().when().name())
        .put("show_from", text(handling.showToClient().until()))
        .put("hidden_reason", handling.showToClient().reason())
        .put("secrecy", handling.secrecy())
        .put("special_category", text(handling.specialCategory()))
        .put("patient_data_group", text(handling.patientDataGroup()));
  }

  private static void putSignature(ObjectNode row, Signature signature) {
    row.put("signature_state", signature.state().name())
        .put("signature_type", text(signature.type()))
        .put("signed_by", signature.signedBy())
        .put("signed_at", text(signature.signedAt()))
        .put("signature_reason", text(signature.reason()));
  }

  Document document(Readable row) {
    return new Document(
        oid(row, "document_oid"),
        oid(row, "version_oid"),
        Rows.required(row, "version", Integer.class),
        new Register(
            oid(row, "controller"),
            Ownership.valueOf(text(row, "controller_kind")),
            optional(row, "register_code")),
        chain(row),
        form(row),
        set(row, "service_tasks", ServiceTask::valueOf),
        set(row, "social_services", Function.identity()),
        set(row, "matters", Oid::new),
        titles.of(text(row, "title")),
        authors.of(text(row, "author")),
        handling(row),
        signature(row),
        membership(row),
        Rows.required(row, "recorded_at", Instant.class),
        Rows.required(row, "stored_at", Instant.class),
        standing(row));
  }

  private static Chain chain(Readable row) {
    return new Chain(
        Basis.valueOf(text(row, "processing_ground")),
        oid(row, "unit"),
        optionalOid(row, "organiser_unit"),
        optionalOid(row, "producer"),
        optionalOid(row, "producer_unit"),
        optionalOid(row, "subcontractor"),
        optionalOid(row, "subcontractor_unit"));
  }

  private static Form form(Readable row) {
    return new Form(
        text(row, "document_type"),
        optional(row, "schema_oid"),
        text(row, "media_type"),
        text(row, "language"),
        Rows.required(row, "content_bytes", Integer.class));
  }

  private static Handling handling(Readable row) {
    String category = optional(row, "special_category");
    String group = optional(row, "patient_data_group");
    return new Handling(
        Phase.valueOf(text(row, "phase")),
        Rows.required(row, "old", Boolean.class),
        optional(row, "retention_class"),
        Rows.optional(row, "valid_to", LocalDate.class),
        Rows.optional(row, "client_died", LocalDate.class),
        new ShowToClient(
            ShowToClient.When.valueOf(text(row, "show_to_client")),
            Rows.optional(row, "show_from", LocalDate.class),
            optional(row, "hidden_reason")),
        text(row, "secrecy"),
        category == null ? null : SpecialCategory.valueOf(category),
        group == null ? null : PatientDataGroup.valueOf(group));
  }

  private static Signature signature(Readable row) {
    String type = optional(row, "signature_type");
    String reason = optional(row, "signature_reason");
    return new Signature(
        Signature.State.valueOf(text(row, "signature_state")),
        type == null ? null : SignatureType.valueOf(type),
        optional(row, "signed_by"),
        Rows.optional(row, "signed_at", Instant.class),
        reason == null ? null : SignatureReason.valueOf(reason));
  }

  private static Membership membership(Readable row) {
    LocalDate joined = Rows.optional(row, "joined_on", LocalDate.class);
    return joined == null
        ? Membership.NOT_COMMON
        : new Membership(joined, Rows.optional(row, "left_on", LocalDate.class));
  }

  private static Standing standing(Readable row) {
    Instant voidedAt = Rows.optional(row, "voided_at", Instant.class);
    boolean current = Rows.required(row, "current", Boolean.class);
    return new Standing(
        voidedAt != null
            ? Standing.Status.VOIDED
            : current ? Standing.Status.CURRENT : Standing.Status.SUPERSEDED,
        Rows.required(row, "sort_at", Instant.class),
        voidedAt,
        optional(row, "void_reason"));
  }

  private static <T> Set<T> set(Readable row, String column, Function<String, T> element) {
    return Arrays.stream(Rows.required(row, column, String[].class))
        .map(element)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String text(Readable row, String column) {
    return Rows.required(row, column, String.class);
  }

  private static @Nullable String optional(Readable row, String column) {
    return Rows.optional(row, column, String.class);
  }

  private static Oid oid(Readable row, String column) {
    return new Oid(text(row, column));
  }

  private static @Nullable Oid optionalOid(Readable row, String column) {
    String value = optional(row, column);
    return value == null ? null : new Oid(value);
  }

  /** As PostgreSQL reads bytes in a text. */
  private static String bytea(byte[] bytes) {
    return "\\x" + HexFormat.of().formatHex(bytes);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
