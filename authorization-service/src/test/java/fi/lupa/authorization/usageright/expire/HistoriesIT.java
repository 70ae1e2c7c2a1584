package fi.lupa.authorization.usageright.expire;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Events.Told;
import fi.lupa.authorization.support.Persons;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any acts in any order while days pass: the service, what its events leave behind however they are
 * delivered, and a naive reading of the same history agree on each right.
 */
class HistoriesIT extends AuthorizationIT {
  private static final int ACTS = 45;

  @Autowired private ExpiryLoop loop;

  private final Map<String, NaiveRight> rights = new LinkedHashMap<>();
  private final List<String> clients =
      List.of(Persons.newIdentityCode(), Persons.newIdentityCode());
  private List<String> organisers;
  private List<String> producers;
  private List<HistoryDocument> documents;
  private LocalDate today = LocalDate.parse(TODAY);
  private Random random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyoneAgrees(long seed) throws SQLException {
    random = new Random(seed);
    organisers = List.of(calls.registered(), calls.registered());
    producers = List.of(calls.registered(), calls.registered());
    documents =
        organisers.stream()
            .flatMap(organiser ->
                clients.stream().map(client -> new HistoryDocument(organiser, client, producers)))
            .toList();
    for (int act = 1; act <= ACTS; act++) {
      actAtRandom();
      String after = "after act " + act;
      rights.forEach((id, right) -> {
        JsonNode now = read(id, right);
        assertThat(now.path("state").asString()).as(after).isEqualTo(right.state(today));
        assertThat(HistoryTerms.of(now)).as(after).isEqualTo(right.terms());
      });
    }
    assertThat(rights).hasSizeGreaterThan(5);
    loop.kick();
    await().untilAsserted(() -> assertThat(running()).isEqualTo(expectedRunning()));
    eventsLeaveTheSameBehind();
  }

  private void actAtRandom() {
    switch (random.nextInt(15)) {
      case 0, 1, 2, 3 -> grant();
      case 4, 5 -> amend();
      case 6 -> endAtOnce();
      case 7 -> endOnADay();
      case 8 -> endRelationship();
      case 9 -> leaveAndMaybeComeBack();
      case 10, 11, 12 -> importDocument();
      default -> dayPasses();
    }
  }

  private void grant() {
    LocalDate first = today.plusDays(random.nextInt(6) - 2L);
    LocalDate last = random.nextBoolean() ? null : first.plusDays(random.nextInt(5));
    String organiser = one(organisers);
    String producer = one(producers);
    String client = one(clients);
    ObjectNode grant = with(Calls.grant(client, producer), "start", first.toString());
    grant.put("producerUnit", unit(producer, 1 + random.nextInt(2)));
    ObjectNode terms = HistoryTerms.atRandom(random, one(producers), first);
    grant.setAll(terms);
    Answer answer =
        calls.grant(organiser, last == null ? grant : with(grant, "end", last.toString()));
    if (answer.status() == 201) {
      granted(answer.text("id"), new NaiveRight(organiser, producer, client, today, first, last))
          .terms(HistoryTerms.of(terms));
    }
  }

  private NaiveRight granted(String id, NaiveRight right) {
    rights.put(id, right);
    return right;
  }

  /** The next version of one of the documents: some producer begins, ends or changes. */
  private void importDocument() {
    HistoryDocument document = one(documents);
    document.change(random, today);
    Answer answer =
        calls.post(
            "/v1/client-relationships",
            document.organiser(),
            document.request(),
            "Idempotency-Key",
            newKey());
    assertThat(answer.status()).isEqualTo(200);
    answer.body().path("items").forEach(item -> document.read(item, rights, today));
  }

  private void amend() {
    ofOne(right -> {
      LocalDate last = today.plusDays(random.nextInt(6));
      ObjectNode varied = HistoryTerms.atRandom(random, one(producers), right.getValue().first());
      ObjectNode terms = body("start", right.getValue().first().toString()).setAll(varied);
      Answer answer =
          calls.send(
              HttpMethod.PUT,
              "/v1/usage-rights/" + right.getKey(),
              Calls.token(right.getValue().organiser),
              random.nextBoolean() ? with(terms, "end", last.toString()) : terms,
              "If-Match",
              etag(right));
      if (answer.status() == 200) {
        String end = answer.text("end");
        right
            .getValue()
            .amended(today, right.getValue().first(), end.isEmpty() ? null : LocalDate.parse(end));
        right.getValue().terms(HistoryTerms.of(varied));
      }
    });
  }

  private void endAtOnce() {
    ofOne(right -> {
      if (end(right, body("reason", "OTHER")).status() == 200) {
        right.getValue().stopped(today);
      }
    });
  }

  private void endOnADay() {
    ofOne(right -> {
      LocalDate last = today.plusDays(random.nextInt(4));
      if (end(right, body("reason", "CONTRACT_ENDED", "on", last.toString())).status() == 200) {
        right.getValue().shortened(today, last);
      }
    });
  }

  private void endRelationship() {
    String organiser = one(organisers);
    String client = one(clients);
    LocalDate last = random.nextBoolean() ? null : today.plusDays(random.nextInt(4));
    ObjectNode relationship = body("client", Map.of("identityCode", client));
    Answer answer =
        calls.post(
            "/v1/client-relationships/ends",
            organiser,
            last == null ? relationship : with(relationship, "on", last.toString()),
            "Idempotency-Key",
            newKey());
    assertThat(answer.status()).isEqualTo(200);
    rights.values().stream()
        .filter(right -> right.organiser.equals(organiser) && right.client.equals(client))
        .filter(right -> !right.state(today).equals("ENDED"))
        .forEach(right -> right.relationshipEnds(today, last));
  }

  private void leaveAndMaybeComeBack() {
    String organisation = one(random.nextBoolean() ? organisers : producers);
    become(organisation, random.nextBoolean() ? "SUSPENDED" : "LEFT");
    rights.values().stream()
        .filter(
            right -> right.organiser.equals(organisation) || right.producer.equals(organisation))
        .forEach(right -> right.stopped(today));
    await()
        .until(() ->
            sql()
                    .count(
                        "select (select count(*) from departure) + (select count(*) from end_to_push)")
                == 0);
    if (random.nextInt(3) > 0) {
      become(organisation, "JOINED");
    }
  }

  private void become(String organisation, String status) {
    String etag = calls.get("/v1/organisations/" + organisation, organisation).etag();
    Answer answer =
        calls.change(organisation, etag, with(registration(organisation), "status", status));
    assertThat(answer.status()).isEqualTo(200);
  }

  private void dayPasses() {
    today = today.plusDays(1);
    daysLater(1);
    if (random.nextBoolean()) {
      loop.kick();
    }
  }

  /**
   * Of each right every version once; and whatever order they come in, the newest tells how it is.
   */
  private void eventsLeaveTheSameBehind() throws SQLException {
    await().until(() -> sql().count("select count(*) from outbox") == 0);
    List<Told> all =
        Events.all().stream().filter(event -> rights.containsKey(event.key())).toList();
    rights.forEach((id, right) ->
        assertThat(
                all.stream()
                    .filter(event -> event.key().equals(id))
                    .map(event -> event.data().path("version").asLong()))
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, read(id, right).path("version").asLong())
                    .boxed()
                    .toList()));
    List<Told> delivered = new ArrayList<>(Stream.concat(all.stream(), all.stream()).toList());
    Collections.shuffle(delivered, random);
    Map<String, JsonNode> newest = new HashMap<>();
    for (Told event : delivered) {
      newest.merge(
          event.key(),
          event.data(),
          (a, b) -> a.path("version").asLong() < b.path("version").asLong() ? b : a);
    }
    rights.forEach((id, right) -> {
      assertThat(state(newest.get(id))).as(id).isEqualTo(right.state(today));
      assertThat(HistoryTerms.of(newest.get(id))).as(id).isEqualTo(right.terms());
    });
  }

  private String state(JsonNode event) {
    String end = event.path("end").asString("");
    if (!event.path("endedAt").isMissingNode()) {
      return "ENDED";
    }
    if (!end.isEmpty() && today.isAfter(LocalDate.parse(end))) {
      return "not told that it is over";
    }
    return today.isBefore(LocalDate.parse(event.path("start").asString()))
        ? "NOT_STARTED"
        : "IN_FORCE";
  }

  private long running() throws SQLException {
    return sql()
        .count(
            "select count(*) from usage_right where ended_at is null and id in ("
                + String.join(",", rights.keySet().stream().map(id -> "'" + id + "'").toList())
                + ")");
  }

  private long expectedRunning() {
    return rights.values().stream().filter(right -> !right.state(today).equals("ENDED")).count();
  }

  private Answer end(Map.Entry<String, NaiveRight> right, ObjectNode order) {
    return calls.end(right.getValue().organiser, right.getKey(), etag(right), order);
  }

  private String etag(Map.Entry<String, NaiveRight> right) {
    return calls.get("/v1/usage-rights/" + right.getKey(), right.getValue().organiser).etag();
  }

  private JsonNode read(String id, NaiveRight right) {
    return calls.get("/v1/usage-rights/" + id, right.organiser).body();
  }

  private void ofOne(Consumer<Map.Entry<String, NaiveRight>> act) {
    if (!rights.isEmpty()) {
      act.accept(one(List.copyOf(rights.entrySet())));
    }
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
