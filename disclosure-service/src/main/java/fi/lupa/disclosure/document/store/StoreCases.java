package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.document.History;
import fi.lupa.disclosure.document.VersionStore;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.TemporaryId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what has to be known of each client that an upload concerns. */
@Component
class StoreCases {
  private final FactStore facts;
  private final VersionStore versions;
  private final ClientRefs clients;
  private final Clock clock;

  StoreCases(FactStore facts, VersionStore versions, ClientRefs clients, Clock clock) {
    this.facts = facts;
    this.versions = versions;
    this.clients = clients;
    this.clock = clock;
  }

  /** A case for each client, in the order of the request. */
  Mono<List<StoreCase>> open(Oid organisation, CheckedUpload upload) {
    List<Member> members = upload.metadata().members();
    return Flux.range(0, members.size())
        .concatMap(i -> open(organisation, upload, members.get(i), i == 0))
        .collectList()
        .flatMap(all -> numbered(all, upload.metadata()));
  }

  /** A version that only some of the document's clients have leaves its number to nobody else. */
  private Mono<List<StoreCase>> numbered(List<StoreCase> cases, DocumentMetadata metadata) {
    int next = cases.stream().mapToInt(one -> one.history().next()).max().orElseThrow();
    return metadata.baseVersion() == null
        ? Mono.just(cases)
        : versions
            .newest(metadata.documentOid())
            .map(newest -> Math.max(next, newest + 1))
            .map(version -> cases.stream().map(one -> one.with(version)).toList());
  }

  private Mono<StoreCase> open(
      Oid organisation, CheckedUpload upload, Member member, boolean lead) {
    DocumentMetadata metadata = upload.metadata();
    ClientRef client = clients.of(member.client());
    List<Oid> concerned =
        Stream.concat(Stream.of(organisation, metadata.controller()), metadata.statedParties())
            .distinct()
            .toList();
    return under(client, metadata)
        .flatMap(under ->
            history(under, metadata)
                .flatMap(history ->
                    facts
                        .load(client, concerned, false)
                        .map(known ->
                            new StoreCase(
                                organisation,
                                client,
                                under,
                                member.membership(),
                                lead,
                                upload,
                                inquiry(organisation, metadata, member),
                                known,
                                history,
                                history.next()))));
  }

  private Mono<ClientRef> under(ClientRef client, DocumentMetadata metadata) {
    return metadata.baseVersion() == null
        ? Mono.just(client)
        : versions.under(client, metadata.documentOid());
  }

  private Mono<History> history(ClientRef client, DocumentMetadata metadata) {
    return metadata.baseVersion() == null
        ? Mono.just(History.NONE)
        : versions
            .locked(client, metadata.documentOid())
            .map(history -> history.in(metadata.controller()));
  }

  private Inquiry inquiry(Oid organisation, DocumentMetadata metadata, Member member) {
    return new Inquiry(
        metadata.basis(),
        organisation,
        metadata.unit(),
        metadata.controller(),
        member.client() instanceof TemporaryId,
        null,
        metadata.tasks(),
        metadata.services(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
