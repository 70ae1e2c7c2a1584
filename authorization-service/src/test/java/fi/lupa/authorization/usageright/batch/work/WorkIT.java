package fi.lupa.authorization.usageright.batch.work;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.usageright.batch.Batches.amend;
import static fi.lupa.authorization.usageright.batch.Batches.end;
import static fi.lupa.authorization.usageright.batch.Batches.grant;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Persons;
import fi.lupa.authorization.usageright.batch.Batches;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each line once and in order, whoever does it and whatever comes between. */
class WorkIT extends AuthorizationIT {
  private static final ObjectNode TERMS = body("start", TODAY, "end", "2027-12-31");

  @Autowired private Chunks chunks;
  @Autowired private BatchWorker worker;

  private Batches batches;
  private String organiser;
  private String producer;

  @BeforeEach
  void parties() {
    batches = new Batches(http(), calls);
    organiser = calls.registered();
    producer = calls.registered();
  }

  private ObjectNode anyGrant() {
    return Calls.grant(Persons.newIdentityCode(), producer);
  }

  private List<String> rights(int count) {
    return batches
        .done(organiser, IntStream.range(0, count).mapToObj(n -> grant(anyGrant())).toList())
        .stream()
        .map(line -> line.path("id").asString())
        .toList();
  }

  @Test
  void severalInstancesDoEachLineOnce() throws Exception {
    List<String> rights = rights(400);
    List<ObjectNode> lines = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      lines.add(grant(anyGrant()));
      lines.add(amend(rights.get(i), 1, TERMS));
      lines.add(end(rights.get(i), 2));
    }
    worker.stop();
    try {
      String id = batches.sent(organiser, lines);
      String other = calls.registered();
      String elsewhere = batches.sent(other, lines.subList(0, 1));
      Stream.generate(() -> CompletableFuture.runAsync(this::doAll))
          .limit(4)
          .toList()
          .forEach(CompletableFuture::join);
      assertThat(batches.read(organiser, id).path("done").asInt()).isEqualTo(1200);
      assertThat(batches.read(other, elsewhere).path("state").asString()).isEqualTo("DONE");
    } finally {
      worker.start();
    }
    assertThat(
            sql()
                .count(
                    "select count(*) from usage_right_version v join usage_right r on r.id = v.usage_right "
                        + "where r.organiser = '"
                        + organiser
                        + "'"))
        .isEqualTo(400 + 400 * 3);
    Events.await(rights.getLast(), 3);
    Map<String, List<Long>> told =
        Events.all().stream()
            .filter(event -> rights.contains(event.key()))
            .collect(
                Collectors.groupingBy(
                    Events.Told::key,
                    Collectors.mapping(
                        event -> event.data().path("version").asLong(), Collectors.toList())));
    assertThat(told)
        .hasSize(400)
        .allSatisfy((key, seen) -> assertThat(seen).containsExactly(1L, 2L, 3L));
  }

  /** Until two looks in a row find nothing: another one may hold the batch. */
  private void doAll() {
    for (int idle = 0; idle < 200; ) {
      idle = chunks.next().block() == null ? idle + 1 : 0;
    }
  }

  @Test
  void aChunkThatWasInterruptedIsDoneAgainWhole() throws Exception {
    String right = rights(1).getFirst();
    String id;
    try (Connection other = sql().database().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select * from usage_right where id = '" + right + "' for update");
      id = batches.sent(organiser, List.of(grant(anyGrant()), end(right, 1), grant(anyGrant())));
      Awaitility.await()
          .until(() ->
              sql()
                      .count(
                          "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                  > 0);
      assertThat(batches.read(organiser, id).path("state").asString()).isEqualTo("RECEIVED");
      sql()
          .run(
              "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");
      other.rollback();
    }
    batches.over(organiser, id);
    assertThat(batches.lines(organiser, id)).extracting(Batches::outcome).containsOnly("DONE");
    assertThat(
            sql().count("select count(*) from usage_right where organiser = '" + organiser + "'"))
        .isEqualTo(3);
  }

  @Test
  void aLineThatCannotBeDoneDoesNotHoldUpTheOthers() throws Exception {
    List<String> rights = rights(3);
    sql()
        .run(
            "alter table usage_right_version add constraint broken check (usage_right <> '"
                + rights.get(1)
                + "' or version < 2) not valid");
    try {
      List<JsonNode> answers =
          batches.done(
              organiser,
              List.of(
                  grant(anyGrant()),
                  end(rights.get(0), 1),
                  end(rights.get(1), 1),
                  end(rights.get(2), 1)));
      assertThat(answers)
          .extracting(Batches::outcome)
          .containsExactly("DONE", "DONE", "INTERNAL_ERROR", "DONE");
    } finally {
      sql().run("alter table usage_right_version drop constraint broken");
    }
    assertThat(calls.get("/v1/usage-rights/" + rights.get(1), organiser).text("state"))
        .isEqualTo("IN_FORCE");
  }

  /** Such as one that a newer version of the service took in. */
  @Test
  void aLineThatCannotBeReadDoesNotHoldUpTheOthers() throws Exception {
    worker.stop();
    String id;
    try {
      id =
          batches.sent(organiser, List.of(grant(anyGrant()), grant(anyGrant()), grant(anyGrant())));
      sql()
          .run(
              "update usage_right_batch_line set command = '{\"act\":\"NEW\"}' where line = 2 and batch = '"
                  + id
                  + "'");
    } finally {
      worker.start();
    }
    batches.over(organiser, id);
    assertThat(batches.lines(organiser, id))
        .extracting(Batches::outcome)
        .containsExactly("DONE", "INTERNAL_ERROR", "DONE");
  }

  @Test
  void organisersTakeTurns() {
    worker.stop();
    try {
      String other = calls.registered();
      List<ObjectNode> many =
          IntStream.range(0, 3 * Chunks.SIZE).mapToObj(n -> end(Calls.newKey(), 1)).toList();
      List<String> sent =
          List.of(
              batches.sent(organiser, many),
              batches.sent(organiser, many.subList(0, 1)),
              batches.sent(other, many));
      List<Integer> order =
          IntStream.range(0, 5)
              .mapToObj(n -> chunks.next().block())
              .map(chunk -> sent.indexOf(chunk.batch().toString()))
              .toList();
      assertThat(order).containsExactly(0, 2, 0, 2, 0);
    } finally {
      worker.start();
    }
  }

  @Test
  void aBatchIsCancelledBetweenChunks() {
    worker.stop();
    String id;
    try {
      List<Object> lines = new ArrayList<>();
      IntStream.range(0, Chunks.SIZE + 50).forEach(n -> lines.add(end(Calls.newKey(), 1)));
      lines.set(Chunks.SIZE + 10, "rubbish");
      id = batches.sent(organiser, lines);
      chunks.next().block();
      JsonNode cancelled =
          calls.post(Batches.PATH + "/" + id + "/cancellation", organiser, null).body();
      assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
      assertThat(cancelled.path("refused").asInt()).isEqualTo(Chunks.SIZE);
      assertThat(cancelled.path("invalid").asInt()).isEqualTo(1);
      assertThat(cancelled.path("cancelled").asInt()).isEqualTo(49);
      assertThat(cancelled.path("left").asInt()).isZero();
      assertThat(Stream.generate(() -> chunks.next().block()).takeWhile(Objects::nonNull))
          .noneMatch(chunk -> chunk.batch().toString().equals(cancelled.path("id").asString()));
    } finally {
      worker.start();
    }
    assertThat(batches.lines(organiser, id))
        .extracting(Batches::outcome)
        .containsSubsequence("NOT_FOUND", "CANCELLED", "REQUEST_INVALID", "CANCELLED")
        .hasSize(Chunks.SIZE + 50);
    assertThat(calls.post(Batches.PATH + "/" + id + "/cancellation", organiser, null).status())
        .isEqualTo(200);
  }

  @Test
  void whatIsDoneCannotBeCancelled() {
    String id = batches.sent(organiser, List.of(grant(anyGrant())));
    batches.over(organiser, id);
    assertThat(calls.post(Batches.PATH + "/" + id + "/cancellation", organiser, null).code())
        .isEqualTo("BATCH_ALREADY_DONE");
  }

  /** Grants one by one go on while a batch runs, and neither undoes the other. */
  @Test
  void actsAloneGoOnWhileABatchRuns() {
    List<ObjectNode> grants = IntStream.range(0, 2000).mapToObj(n -> anyGrant()).toList();
    String id = batches.sent(organiser, grants.stream().map(Batches::grant).toList());
    Instant begin = Instant.now();
    int status = calls.grant(organiser, anyGrant()).status();
    assertThat(status).isEqualTo(201);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    int overlapping = calls.grant(organiser, grants.get(1500)).status();
    assertThat(overlapping).isIn(201, 409);
    batches.over(organiser, id);
    String outcome = Batches.outcome(batches.lines(organiser, id).get(1500));
    assertThat(outcome).isEqualTo(overlapping == 201 ? "RIGHT_OVERLAPS" : "DONE");
  }
}
