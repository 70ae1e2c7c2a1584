package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.SpecialCategory;
import fi.lupa.disclosure.decision.StatedChain;
import fi.lupa.disclosure.document.Document.Author;
import fi.lupa.disclosure.document.Handling;
import fi.lupa.disclosure.document.Phase;
import fi.lupa.disclosure.document.ShowToClient;
import fi.lupa.platform.client.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a storing system tells of a document, as the contract's {@code DocumentMetadata} schema
 * describes it.
 *
 * @param unit the unit that stores: the controller's own, or the producer's under a usage right
 * @param baseVersion the OID of the version that a new version was made from; absent for a new
 *     document
 */
record DocumentMetadata(
    Oid documentOid,
    String documentType,
    @Nullable Oid schemaOid,
    @Nullable ClientId client,
    @Nullable List<Member> clients,
    @Nullable Set<ServiceTask> serviceTasks,
    @Nullable Set<String> socialServices,
    LocalizedText title,
    Instant recordedAt,
    String language,
    Author author,
    Basis basis,
    Oid controller,
    Oid unit,
    @Nullable Oid baseVersion,
    @Nullable StatedChain chain,
    @Nullable Set<Oid> matters,
    @Nullable String registerCode,
    @Nullable Phase phase,
    @Nullable Boolean old,
    @Nullable String retentionClass,
    @Nullable LocalDate validTo,
    @Nullable LocalDate clientDied,
    @Nullable ShowToClient showToClient,
    @Nullable String secrecy,
    @Nullable SpecialCategory specialCategory,
    @Nullable PatientDataGroup patientDataGroup) {

  /** Whom it concerns; one whom no common matter ties to others, or all of a common matter. */
  List<Member> members() {
    return client == null
        ? Objects.requireNonNullElse(clients, List.of())
        : List.of(Member.only(client));
  }

  /** None for patient data. */
  Set<ServiceTask> tasks() {
    return Objects.requireNonNullElse(serviceTasks, Set.of());
  }

  Set<String> services() {
    return Objects.requireNonNullElse(socialServices, Set.of());
  }

  /** Who else the chain names, for their names in the log. */
  Stream<Oid> statedParties() {
    return chain == null
        ? Stream.empty()
        : Stream.of(
                Optional.ofNullable(chain.producer()), Optional.ofNullable(chain.subcontractor()))
            .flatMap(Optional::stream);
  }

  /** With what holds for a document that tells nothing else. */
  Handling handling() {
    return new Handling(
        Objects.requireNonNullElse(phase, Phase.PHASE_2),
        Boolean.TRUE.equals(old),
        retentionClass,
        validTo,
        clientDied,
        Objects.requireNonNullElse(showToClient, ShowToClient.YES),
        Objects.requireNonNullElse(secrecy, Handling.PERMANENTLY_SECRET),
        specialCategory,
        patientDataGroup);
  }
}
