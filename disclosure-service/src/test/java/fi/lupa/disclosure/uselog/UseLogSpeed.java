package fi.lupa.disclosure.uselog;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.uselog.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Not run with the tests: {@code ./mvnw -pl disclosure-service test -Dtest=UseLogSpeed}. Searches
 * and exports the use log of a register with a million accesses of a year to 50,000 clients by
 * 2,000 professionals, one request at a time.
 */
class UseLogSpeed extends DisclosureIT {
  private static final int ACCESSES = Integer.getInteger("lupa.accesses", 1_000_000);
  private static final int CLIENTS = 50_000;
  private static final int PROFESSIONALS = 2_000;
  private static final int ROUNDS = 20;

  private final Oid county = Oids.organisation();
  private final Client client = Client.person();

  @Test
  void aBigRegisterIsSearched() {
    calls = keptCalls();
    calls.given(Given.organisation(county, "SOCIAL", "PUBLIC"));
    String template = calls.query(county, Calls.own(client, county)).queryId();
    fill(template);
    Supervising officer = new Supervising(calls, county);

    measure("newest", officer, object());
    measure("of a client", officer, object("client", client.json()));
    measure("of a professional", officer, object("professional", object("id", "p77")));
    measure("denied", officer, object("outcome", "DENIED"));
    measure(
        "half a year back",
        officer,
        object("to", Instant.now().minus(Duration.ofDays(180)).toString()));
    for (Signal signal : Signal.values()) {
      measure(signal + ", 31 days", officer, object("signal", signal.name()));
    }
    for (Signal signal : Signal.values()) {
      measure(
          signal + " of a professional, a year",
          officer,
          object(
              "signal",
              signal.name(),
              "professional",
              object("id", "p77"),
              "from",
              "2025-01-01T00:00:00Z"));
    }
  }

  /** Copies of a real access, with the tables' own triggers off: they would take minutes. */
  private void fill(String template) {
    long start = System.nanoTime();
    for (String statement :
        List.of(
            "alter table access_record disable trigger user",
            """
            create table made as
            select gen_random_uuid() as id, ('00000000-0000-4000-8000-' || lpad(to_hex(1 + n %% %d), 12, '0'))::uuid as client,
              now() - (n * interval '%d milliseconds') as time, 'p' || (n::bigint * 7919 %% %d) as professional
            from generate_series(1, %d) as n
            """
                .formatted(CLIENTS, 365L * 24 * 3600 * 1000 / ACCESSES, PROFESSIONALS, ACCESSES),
            "update made set client = '" + client.ref() + "' where client::text like '%00007b'",
            """
            insert into access_record
            select (jsonb_populate_record(a, jsonb_build_object('id', m.id, 'client_ref', m.client, 'occurred_at', m.time))).*
            from access_record a, made m where a.id = '%s'
            """
                .formatted(template),
            """
            insert into use_log
            select (jsonb_populate_record(u, jsonb_build_object(
              'access_id', m.id, 'client_ref', m.client, 'occurred_at', m.time, 'professional', m.professional,
              'outcome', case when random() < 0.001 then 'DENIED' else u.outcome end))).*
            from use_log u, made m where u.access_id = '%s'
            """
                .formatted(template),
            """
            insert into client_relationship (client_ref, document_oid, version, controller, recorded_at, old, non_disclosure, data, surname, address_refs)
            select client, '1.2.3.' || row_number() over (), 1, '%s', now(), false, false, '{}', 'sukunimi' || row_number() over (), array['a' || row_number() over ()]
            from (select distinct client from made) c
            """
                .formatted(county),
            """
            insert into staff
            select '%s', 'p' || n, case when n %% 100 = 0 then ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid end, 'a' || n
            from generate_series(1, %d) as n
            """
                .formatted(county, PROFESSIONALS),
            "drop table made",
            "alter table access_record enable trigger user",
            "vacuum analyze access_record",
            "vacuum analyze use_log",
            "vacuum analyze client_relationship",
            "vacuum analyze staff")) {
      sql().run(statement);
    }
    System.out.printf(
        "SPEED %d accesses made in %.0f s%n", ACCESSES, (System.nanoTime() - start) / 1e9);
    for (String table : List.of("use_log", "access_record")) {
      System.out.printf(
          "SPEED %s: %d bytes per row%n",
          table,
          sql().count("select pg_total_relation_size('%s') / %d".formatted(table, ACCESSES)));
    }
  }

  private static void measure(String what, Supervising officer, ObjectNode search) {
    List<Double> took = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < ROUNDS && (took.isEmpty() || took.getLast() < 5_000); i++) {
      long start = System.nanoTime();
      Answer answer = officer.send(Supervising.SEARCH, search.deepCopy());
      took.add((System.nanoTime() - start) / 1e6);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      found = answer.body().path("items").size();
    }
    double[] sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        "SPEED %-45s first page of %2d rows: p50 %.0f, most %.0f ms of %d%n",
        what,
        found,
        sorted[sorted.length / 2],
        Arrays.stream(sorted).max().orElseThrow(),
        took.size());
  }
}
