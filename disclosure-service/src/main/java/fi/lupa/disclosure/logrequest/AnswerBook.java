package fi.lupa.disclosure.logrequest;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.disclosure.citizen.Words;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.logrequest.LogAnswer.Documents;
import fi.lupa.disclosure.logrequest.LogAnswer.Item;
import fi.lupa.disclosure.logrequest.LogAnswer.Noticed;
import fi.lupa.disclosure.logrequest.LogAnswer.Person;
import fi.lupa.disclosure.logrequest.LogRequestStore.Held;
import fi.lupa.disclosure.notice.Notice;
import fi.lupa.disclosure.notice.NoticeStore;
import fi.lupa.disclosure.notice.NoticeStore.Noted;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.record.AccessPlace;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.disclosure.uselog.UseLogEntry;
import fi.lupa.disclosure.uselog.UseLogFilter;
import fi.lupa.disclosure.uselog.UseLogStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts answers together, from what the controller's log holds of the person in the period. */
@Component
class AnswerBook {
  private final UseLogStore log;
  private final NoticeStore notices;
  private final FactStore facts;
  private final Words words;
  private final AnswerWords more;

  AnswerBook(UseLogStore log, NoticeStore notices, FactStore facts, Words words, AnswerWords more) {
    this.log = log;
    this.notices = notices;
    this.facts = facts;
    this.words = words;
    this.more = more;
  }

  /**
   * A page of the answer.
   *
   * @param beforeDecision whether what isn't decided yet may be seen: by the controller's officer
   */
  Mono<LogAnswer> page(
      Held held, boolean beforeDecision, @Nullable AccessPlace after, int limit, LocalDate today) {
    LogRequest request = held.request();
    boolean open =
        LogRequestRules.answers(request) || (beforeDecision && request.decision() == null);
    return facts
        .load(held.client(), List.of(request.controller()), false)
        .flatMap(known -> {
          RequestView view =
              RequestView.of(request, Requesters.name(request.controller(), known), today);
          return open
              ? filled(request, known.found(held.client()), view, after, limit)
              : Mono.just(new LogAnswer(view, List.of(), List.of(), null));
        });
  }

  /** The request alone, as its client reads it. */
  Mono<RequestView> view(Held held, LocalDate today) {
    Oid controller = held.request().controller();
    return facts
        .organisations(List.of(controller))
        .map(known -> RequestView.of(held.request(), Requesters.name(controller, known), today));
  }

  private Mono<LogAnswer> filled(
      LogRequest request,
      Set<ClientRef> clients,
      RequestView view,
      @Nullable AccessPlace after,
      int limit) {
    UseLogFilter filter =
        UseLogFilter.of(
            request.controller(),
            clients,
            start(request.answeredFrom()),
            start(request.to().plusDays(1)));
    Mono<List<Noted>> noted =
        after == null
            ? notices.of(clients, request.controller(), request.answeredFrom(), request.to())
            : Mono.just(List.of());
    return log.page(filter, UseLogStore.Order.NEWEST_FIRST, after, limit + 1)
        .zipWith(noted)
        .flatMap(found ->
            facts
                .organisations(organisations(found.getT1()))
                .map(known -> answer(request, view, found.getT1(), found.getT2(), known, limit)));
  }

  private LogAnswer answer(
      LogRequest request,
      RequestView view,
      List<UseLogEntry> found,
      List<Noted> noted,
      Facts known,
      int limit) {
    List<UseLogEntry> shown = found.size() > limit ? found.subList(0, limit) : found;
    Set<UUID> withheld = request.decision() == null ? Set.of() : request.decision().withheld();
    return new LogAnswer(
        view,
        shown.stream()
            .filter(entry -> !withheld.contains(entry.access().queryId()))
            .map(entry -> item(entry, request.controller(), known))
            .toList(),
        noted.stream().map(this::noticed).toList(),
        found.size() > limit ? shown.getLast().place().cursor() : null);
  }

  private static Instant start(LocalDate day) {
    return FinnishDays.beginning(day);
  }

  private static Set<Oid> organisations(List<UseLogEntry> entries) {
    return entries.stream()
        .map(entry -> entry.access().requester().organisation())
        .collect(Collectors.toSet());
  }

  private Item item(UseLogEntry entry, Oid controller, Facts known) {
    AccessExplanation access = entry.access();
    Oid organisation = access.requester().organisation();
    String purpose = access.request().path("purpose").asStringOpt().orElse(null);
    return new Item(
        access.queryId(),
        entry.time(),
        more.phrase("act." + access.act()),
        Requesters.name(organisation, known),
        unit(organisation, access.requester().unit(), known),
        organisation.equals(controller) ? person(access.requester().professional()) : null,
        purpose == null ? null : more.purpose(purpose),
        access.ground() == null ? words.basis(access.basis()) : words.ground(access.ground()),
        entry.outcome(),
        documents(
            entry.documents(controller).stream()
                .map(AccessExplanation.GivenDocument::documentType)));
  }

  private @Nullable Person person(@Nullable Professional professional) {
    return professional == null
        ? null
        : new Person(professional.id(), professional.name(), more.role(professional.role()));
  }

  private static @Nullable LocalizedText unit(Oid organisation, Oid unit, Facts known) {
    return known.organisation(organisation).stream()
        .flatMap(found -> found.units().stream())
        .filter(found -> found.oid().equals(unit))
        .map(OrganisationChanged.Unit::name)
        .findFirst()
        .orElse(null);
  }

  private List<Documents> documents(Stream<String> types) {
    Map<String, Long> counts =
        types.collect(Collectors.groupingBy(type -> type, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            one -> new Documents(words.documentType(one.getKey()), Math.toIntExact(one.getValue())))
        .toList();
  }

  private Noticed noticed(Noted noted) {
    Notice.Kept notice = noted.notice();
    return new Noticed(
        noted.disclosedOn(),
        more.recipient(notice.recipient().kind()),
        notice.recipient().organisationName(),
        notice.recipient().name(),
        notice.discloser().name() + ", " + notice.discloser().title(),
        more.noticeGround(notice.ground()),
        notice.provision(),
        more.purpose(notice.purpose()),
        documents(notice.documents().stream().map(Notice.DisclosedDocument::documentType)),
        notice.disclosed());
  }
}
