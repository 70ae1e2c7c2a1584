package fi.lupa.disclosure.fact;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Protection;
import fi.lupa.disclosure.decision.Tie;
import fi.lupa.platform.sql.ParsedTexts;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The projections in PostgreSQL. Applying is idempotent and monotonic, whichever way and order
 * facts come.
 */
@Repository
public class FactStore {
  private static final String APPLY_ORGANISATIONS =
      """
      insert into organisation_fact (oid, version, data)
      select id, version, data::jsonb from unnest($1, $2, $3) as f(id, version, data)
      on conflict (oid) do update
        set version = excluded.version, data = excluded.data, applied_at = now()
        where organisation_fact.version < excluded.version
      """;
  private static final String APPLY_CLIENT_FACTS =
      """
      insert into client_fact (client_ref, kind, id, version, data)
      select client_ref, kind, id, version, data::jsonb
      from unnest($1, $2, $3, $4, $5) as f(id, version, data, client_ref, kind)
      on conflict (client_ref, kind, id) do update
        set version = excluded.version, data = excluded.data, applied_at = now()
        where client_fact.version < excluded.version
      """;
  private static final String APPLY_LINKS =
      """
      insert into client_link (former_ref, id, version, client_ref, linked, data)
      select former_ref, id, version, client_ref, linked, data::jsonb
      from unnest($1, $2, $3, $4, $5, $6) as f(id, version, data, client_ref, former_ref, linked)
      on conflict (former_ref) do update
        set version = excluded.version, client_ref = excluded.client_ref, linked = excluded.linked,
          data = excluded.data, applied_at = now()
        where client_link.version < excluded.version
      """;
  private static final String VERSION =
      """
      select version from organisation_fact where $1 = 'organisation' and oid = $2
      union all
      select version from client_fact where kind = $1 and id = $2
      union all
      select version from client_link where $1 = 'client-link' and id = $2
      """;

  /**
   * What is told holds for the person, under whichever identifier it was; but a permit only for the
   * identity code it was given under. Of relationships and matters only those in the registers of
   * the organisations named; who has left a common matter has it no longer.
   */
  private static final String LOAD =
      """
      with person as materialized (select array(select ref from same_person($1)) as refs)
      select kind, id, data::text as data from client_fact
      where client_ref = any((select refs from person)::uuid[]) and (kind <> 'permit' or client_ref = $1)
      union all
      select 'client-link', id, data::text from client_link
      where linked and client_ref = any((select refs from person)::uuid[])
      union all
      select 'organisation', oid, data::text from organisation_fact
      where oid = any(array(
        select unnest($2::text[])
        union select controller from document where $3 and client_ref = any((select refs from person)::uuid[]) and current
        union select unnest(array[data->>'producer', data->>'organiser']) from client_fact
          where client_ref = any((select refs from person)::uuid[]) and kind = 'usage-right'))
      union all
      select 'protection', document_oid, json_build_object('since', since, 'until', until)::text
      from client_protection where client_ref = any((select refs from person)::uuid[])
      union all
      select 'tie', document_oid, json_build_object('kind', 'CLIENT_RELATIONSHIP', 'document', document_oid,
        'version', version, 'controller', controller, 'from', started, 'until', ended)::text
      from client_relationship
      where client_ref = any((select refs from person)::uuid[]) and controller = any($2) and not old
      union all
      select 'tie', document_oid, json_build_object('kind', 'MATTER', 'document', document_oid,
        'version', version, 'controller', controller, 'from', opened, 'until', least(closed, (
          select left_on from document d where d.client_ref = m.client_ref and d.document_oid = m.document_oid
            and d.version = m.version)))::text
      from matter m
      where client_ref = any((select refs from person)::uuid[]) and controller = any($2)
      order by kind, id
      """;

  /**
   * The same for a client who has one reference, which is nearly everyone: half the work for
   * PostgreSQL. Whether it is one stands in the answer: a row {@code linked} says that it isn't.
   */
  private static final String LOAD_ONE =
      """
      select kind, id, data::text as data from client_fact where client_ref = $1
      union all
      select 'linked', id, '' from client_link where linked and client_ref = $1
      union all
      select 'linked', id, '' from client_link where linked and former_ref = $1
      union all
      select 'organisation', oid, data::text from organisation_fact
      where oid = any($2::text[]
        || array(select controller from document where $3 and client_ref = $1 and current)
        || array(select unnest(array[data->>'producer', data->>'organiser']) from client_fact
          where client_ref = $1 and kind = 'usage-right'))
      union all
      select 'protection', document_oid, json_build_object('since', since, 'until', until)::text
      from client_protection where client_ref = $1
      union all
      select 'tie', document_oid, json_build_object('kind', 'CLIENT_RELATIONSHIP', 'document', document_oid,
        'version', version, 'controller', controller, 'from', started, 'until', ended)::text
      from client_relationship
      where client_ref = $1 and controller = any($2) and not old
      union all
      select 'tie', document_oid, json_build_object('kind', 'MATTER', 'document', document_oid,
        'version', version, 'controller', controller, 'from', opened, 'until', least(closed, (
          select left_on from document d where d.client_ref = m.client_ref and d.document_oid = m.document_oid
            and d.version = m.version)))::text
      from matter m
      where client_ref = $1 and controller = any($2)
      order by kind, id
      """;

  private static final String ORGANISATIONS =
      "select 'organisation' as kind, data::text as data from organisation_fact where oid = any($1)";

  private final DatabaseClient db;
  private final JsonMapper json;
  private final ParsedTexts<OrganisationChanged> organisations;

  FactStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
    this.organisations = new ParsedTexts<>(json, OrganisationChanged.class);
  }

  /** Applies facts, the newest of each; answers how many changed something. */
  public Mono<Long> apply(Collection<? extends Event> events) {
    List<Fact> facts = Fact.newest(events);
    List<Fact> organisations = facts.stream().filter(fact -> fact.client() == null).toList();
    List<Fact> links = facts.stream().filter(fact -> fact.kind() == FactKind.CLIENT_LINK).toList();
    List<Fact> ofClients =
        facts.stream()
            .filter(fact -> fact.client() != null && fact.kind() != FactKind.CLIENT_LINK)
            .toList();
    return applyOrganisations(organisations)
        .flatMap(changed -> applyLinks(links).map(more -> changed + more))
        .flatMap(changed -> applyClientFacts(ofClients).map(more -> changed + more));
  }

  /** The version of a fact that decisions are made by; empty when it isn't known. */
  public Mono<Long> version(String kind, String id) {
    return db.sql(VERSION)
        .bind(0, kind)
        .bind(1, id)
        .map(row -> Rows.required(row, "version", Long.class))
        .first();
  }

  /**
   * Everything a decision about this client may need, in one statement; in a second one, of the
   * same snapshot, where the client has linked references.
   *
   * @param everyController also the controllers of all the client's documents, not only the
   *     organisations named
   */
  public Mono<Facts> load(
      ClientRef client, Collection<Oid> organisations, boolean everyController) {
    return load(LOAD_ONE, client, organisations, everyController)
        .flatMap(loaded ->
            loaded.stream().anyMatch(Loaded::isLink)
                ? load(LOAD, client, organisations, everyController)
                : Mono.just(loaded))
        .map(this::facts);
  }

  private Mono<List<Loaded>> load(
      String statement, ClientRef client, Collection<Oid> organisations, boolean everyController) {
    return db.sql(statement)
        .bind(0, client.value())
        .bind(1, organisations.stream().map(Oid::value).toArray(String[]::new))
        .bind(2, everyController)
        .map(Loaded::of)
        .all()
        .collectList();
  }

  /** What is known of organisations alone. */
  public Mono<Facts> organisations(Collection<Oid> organisations) {
    return db.sql(ORGANISATIONS)
        .bind(0, organisations.stream().map(Oid::value).toArray(String[]::new))
        .map(Loaded::of)
        .all()
        .collectList()
        .map(this::facts);
  }

  /** All organisations that are known: some thousand. */
  public Mono<List<OrganisationChanged>> everyOrganisation() {
    return db.sql("select data::text as data from organisation_fact")
        .map(row ->
            json.readValue(Rows.required(row, "data", String.class), OrganisationChanged.class))
        .all()
        .collectList();
  }

  /** A fact as it lies in the database. */
  private record Loaded(String kind, String data) {
    static Loaded of(Readable row) {
      return new Loaded(
          Rows.required(row, "kind", String.class), Rows.required(row, "data", String.class));
    }

    boolean isLink() {
      return kind.equals("linked");
    }

    boolean isEvent() {
      return !kind.equals("protection") && !kind.equals("tie");
    }
  }

  private Facts facts(List<Loaded> loaded) {
    List<Event> events = loaded.stream().filter(Loaded::isEvent).map(this::event).toList();
    return Facts.of(events)
        .with(told(loaded, "protection", Protection.class))
        .tiedBy(told(loaded, "tie", Tie.class));
  }

  private Event event(Loaded one) {
    FactKind kind = FactKind.of(one.kind());
    return kind == FactKind.ORGANISATION
        ? organisations.of(one.data())
        : json.readValue(one.data(), kind.record());
  }

  private <T> List<T> told(List<Loaded> loaded, String kind, Class<T> record) {
    return loaded.stream()
        .filter(one -> one.kind().equals(kind))
        .map(one -> json.readValue(one.data(), record))
        .toList();
  }

  private Mono<Long> applyOrganisations(List<Fact> facts) {
    return facts.isEmpty()
        ? Mono.just(0L)
        : bind(db.sql(APPLY_ORGANISATIONS), facts).fetch().rowsUpdated();
  }

  private Mono<Long> applyClientFacts(List<Fact> facts) {
    return facts.isEmpty()
        ? Mono.just(0L)
        : bind(db.sql(APPLY_CLIENT_FACTS), facts)
            .bind(3, facts.stream().map(FactStore::client).toArray(UUID[]::new))
            .bind(4, facts.stream().map(fact -> fact.kind().key()).toArray(String[]::new))
            .fetch()
            .rowsUpdated();
  }

  private Mono<Long> applyLinks(List<Fact> facts) {
    List<ClientLinked> links =
        facts.stream().map(Fact::event).map(ClientLinked.class::cast).toList();
    return facts.isEmpty()
        ? Mono.just(0L)
        : bind(db.sql(APPLY_LINKS), facts)
            .bind(3, facts.stream().map(FactStore::client).toArray(UUID[]::new))
            .bind(4, links.stream().map(link -> link.former().value()).toArray(UUID[]::new))
            .bind(5, links.stream().map(ClientLinked::holds).toArray(Boolean[]::new))
            .fetch()
            .rowsUpdated();
  }

  private DatabaseClient.GenericExecuteSpec bind(
      DatabaseClient.GenericExecuteSpec statement, List<Fact> facts) {
    return statement
        .bind(0, facts.stream().map(Fact::id).toArray(String[]::new))
        .bind(1, facts.stream().map(Fact::version).toArray(Long[]::new))
        .bind(
            2, facts.stream().map(f -> json.writeValueAsString(f.event())).toArray(String[]::new));
  }

  private static UUID client(Fact fact) {
    ClientRef client = fact.client();
    if (client == null) {
      throw new IllegalArgumentException("a fact of no client");
    }
    return client.value();
  }
}
