package fi.lupa.disclosure.notice;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.DisclosureNoticed;
import fi.lupa.contracts.event.DisclosureNoticed.DocumentKind;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.record.Officers;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records a notice and tells it to the client's log, without the names of persons. */
@Component
class RecordNotice {
  private static final List<String> LAW = List.of("ACT_703_2023_S10");

  private final NoticeStore notices;
  private final FactStore facts;
  private final Officers officers;
  private final Requesters requesters;
  private final ClientRefs clients;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  RecordNotice(
      NoticeStore notices,
      FactStore facts,
      Officers officers,
      Requesters requesters,
      ClientRefs clients,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.notices = notices;
    this.facts = facts;
    this.officers = officers;
    this.requesters = requesters;
    this.clients = clients;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** The answer. */
  record Noted(UUID noticeId, Instant notedAt) {}

  /** To be called in a transaction. */
  Mono<Noted> record(Oid organisation, Notice notice) {
    ClientRef client = clients.of(notice.client());
    UUID id = ids.next();
    return facts
        .organisations(List.of(organisation))
        .flatMap(known -> {
          RequestedBy author = officers.of(notice.author(), organisation, known);
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          return notices
              .insert(id, client, organisation, now, notice.disclosedOn(), notice.kept())
              .then(outbox.append(event(id, client, notice, author, known, now), client.toString()))
              .thenReturn(new Noted(id, now));
        });
  }

  private DisclosureNoticed event(
      UUID id, ClientRef client, Notice notice, RequestedBy author, Facts known, Instant now) {
    Oid own = author.organisation();
    return new DisclosureNoticed(
        id,
        client,
        now,
        notice.disclosedOn(),
        requesters.of(author, known),
        new Controller(own, Requesters.name(own, known)),
        new DisclosureNoticed.Recipient(
            notice.recipient().kind(),
            notice.recipient().organisation(),
            notice.recipient().organisationName()),
        notice.ground(),
        notice.provision(),
        notice.purpose(),
        notice.tasksOrNone(),
        documents(notice),
        LAW);
  }

  private static List<DocumentKind> documents(Notice notice) {
    return notice.documentsOrNone().stream()
        .collect(
            Collectors.groupingBy(
                Notice.DisclosedDocument::documentType, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(kind -> new DocumentKind(kind.getKey(), Math.toIntExact(kind.getValue())))
        .toList();
  }
}
