package fi.lupa.audit.readmodel;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.clientlink.ClientLinks;
import fi.lupa.audit.party.Parties;
import fi.lupa.audit.party.PartyName;
import fi.lupa.audit.representation.Representations;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The tables that answers are read from. Built from events by this class only, for ingest and for a
 * rebuild alike; the order of events doesn't matter, and what comes twice changes nothing.
 *
 * <p>A new read model stands in the schema {@code rebuild} under the same names, so the same
 * statements reach it by the search path.
 */
@Component
public class ReadModel {
  /** The key of the advisory lock: shared by whoever writes, alone by who begins or switches. */
  public static final String LOCK = "hashtext('audit.read_model')";

  private static final String SHARE = "select share_read_model() as rebuilding";

  /** Whoever reads stored events for the rebuild holds this row until what was read is in place. */
  private static final String TURN = "select from log_rebuild where state = 'RUNNING' for update";

  private static final String PATH = "select set_config('search_path', $1, true)";

  private final DatabaseClient db;
  private final EntryStore entries;
  private final Parties parties;
  private final ClientLinks links;
  private final Representations representations;

  ReadModel(
      DatabaseClient db,
      EntryStore entries,
      Parties parties,
      ClientLinks links,
      Representations representations) {
    this.db = db;
    this.entries = entries;
    this.parties = parties;
    this.links = links;
    this.representations = representations;
  }

  /**
   * In the transaction that keeps the events. While a new read model is built they go into both:
   * whoever begins or ends a rebuild waits for the transactions that have begun to write.
   */
  public Mono<Void> follow(List<Recorded> events) {
    return events.isEmpty() ? Mono.empty() : everywhere(write(events), Mono.empty());
  }

  /** Takes events out of their clients' logs; what else was built from them stays. */
  public Mono<Void> unplace(List<Recorded> events) {
    return remove(Mono.defer(() -> entries.remove(events)));
  }

  /** Takes out what was built from these events: no others tell the same. */
  public Mono<Void> withdraw(List<Recorded> events) {
    return remove(
        Mono.defer(() -> entries.remove(events))
            .then(Mono.defer(() -> links.forget(Recorded.all(events, ClientLinked.class))))
            .then(
                Mono.defer(() ->
                    representations.forget(Recorded.all(events, RepresentationChanged.class)))));
  }

  /** After the part that the rebuild is just putting in, which may hold it. */
  private Mono<Void> remove(Mono<Void> removal) {
    return everywhere(removal, db.sql(TURN).then());
  }

  private Mono<Void> everywhere(Mono<Void> change, Mono<Void> first) {
    return db.sql(SHARE)
        .map(row -> required(row, "rebuilding", Boolean.class))
        .one()
        .flatMap(rebuilding -> rebuilding ? first.then(change).then(inNew(change)) : change);
  }

  /** Writes events into the new read model only. */
  public Mono<Void> rebuild(List<Recorded> events) {
    return events.isEmpty() ? Mono.empty() : inNew(write(events));
  }

  private Mono<Void> inNew(Mono<Void> change) {
    return path("rebuild, public").then(change).then(path("public"));
  }

  private Mono<Void> path(String path) {
    return db.sql(PATH).bind(0, path).then();
  }

  private Mono<Void> write(List<Recorded> events) {
    return Mono.defer(() -> entries.place(events))
        .then(Mono.defer(() -> parties.learn(names(events))))
        .then(Mono.defer(() -> links.follow(Recorded.all(events, ClientLinked.class))))
        .then(
            Mono.defer(
                () -> representations.follow(Recorded.all(events, RepresentationChanged.class))));
  }

  static List<PartyName> names(List<Recorded> events) {
    return events.stream()
        .filter(one -> one.event() instanceof OrganisationChanged)
        .flatMap(one -> PartyName.from((OrganisationChanged) one.event(), one.time()).stream())
        .toList();
  }
}
