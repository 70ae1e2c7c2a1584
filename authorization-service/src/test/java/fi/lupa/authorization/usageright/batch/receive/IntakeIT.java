package fi.lupa.authorization.usageright.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import fi.lupa.authorization.usageright.batch.Batches;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

/** An upload is taken whole or leaves nothing. */
class IntakeIT extends AuthorizationIT {
  private static final String LINE = "{\"ref\":\"x\"}\n";

  @LocalServerPort private int ownPort;

  private Batches batches;
  private String organiser;

  @BeforeEach
  void sender() {
    batches = new Batches(http(), calls);
    organiser = calls.registered();
  }

  private long kept() throws Exception {
    return sql()
            .count("select count(*) from usage_right_batch where organiser = '" + organiser + "'")
        + sql()
            .count(
                "select count(*) from usage_right_batch_line l where not exists (select from usage_right_batch b where b.id = l.batch)");
  }

  @Test
  void tooManyLinesAreRefusedAndNothingIsKept() throws Exception {
    Answer answer = batches.send(organiser, LINE.repeat(50_001));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("BATCH_TOO_LONG");
    assertThat(kept()).isZero();
  }

  @Test
  void asManyAsMayBeAreTaken() {
    Answer answer = batches.send(organiser, LINE.repeat(50_000));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("invalid").asInt()).isEqualTo(50_000);
    assertThat(batches.over(organiser, answer.text("id")).path("left").asInt()).isZero();
    assertThat(batches.lines(organiser, answer.text("id"))).hasSize(50_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", " \r\n"})
  void nothingIsNoBatch(String text) throws Exception {
    Answer answer = batches.send(organiser, text);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
    assertThat(kept()).isZero();
  }

  @Test
  void anotherFormIsRefused() {
    Answer answer =
        calls.post(Batches.PATH, organiser, Calls.body("ref", "x"), "Idempotency-Key", "k");
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void withoutAKeyNothingIsTaken() throws Exception {
    Answer answer = calls.post(Batches.PATH, organiser, null);
    assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
    assertThat(kept()).isZero();
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws Exception {
    byte[] text = LINE.repeat(3_000).getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = halfSent(text)) {
      Awaitility.await()
          .until(() ->
              sql()
                      .count(
                          "select coalesce(sum(lines), 0) from usage_right_batch where organiser = '"
                              + organiser
                              + "'")
                  > 500);
      assertThat(batches.send(organiser, LINE).status()).as("others aren't held up").isEqualTo(202);
    }
    Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> kept() == 1);
  }

  /** Promises twice as much as it sends. */
  private Socket halfSent(byte[] text) throws IOException {
    Socket socket = new Socket("localhost", ownPort);
    String head =
        """
        POST /v1/usage-rights/batches HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Idempotency-Key: %s\r
        Content-Type: application/x-ndjson\r
        Content-Length: %d\r
        \r
        """
            .formatted(Calls.token(organiser), Calls.newKey(), text.length * 2);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(text);
    socket.getOutputStream().flush();
    return socket;
  }

  @Test
  void onlySoManyAreSentAtOnce() throws Exception {
    byte[] text = LINE.getBytes(StandardCharsets.US_ASCII);
    List<Socket> sending = List.of(halfSent(text), halfSent(text), halfSent(text), halfSent(text));
    Awaitility.await().until(() -> kept() == 4);
    assertThat(batches.send(organiser, LINE).code()).isEqualTo("TOO_MANY_BATCHES");
    assertThat(batches.send(calls.registered(), LINE).status()).isEqualTo(202);
    for (Socket socket : sending) {
      socket.close();
    }
    Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> kept() == 0);
    assertThat(batches.send(organiser, LINE).status()).isEqualTo(202);
  }

  @Test
  void onlySoManyWait() throws Exception {
    String producer = calls.registered();
    String right =
        calls.grant(organiser, Calls.grant(Persons.newIdentityCode(), producer)).text("id");
    try (Connection other = sql().database().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select * from usage_right where id = '" + right + "' for update");
      String first = batches.sent(organiser, List.of(Batches.end(right, 1)));
      for (int waiting = 1; waiting < 20; waiting++) {
        batches.sent(organiser, List.of(LINE.strip()));
      }
      Answer answer = batches.send(organiser, LINE);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("TOO_MANY_BATCHES");
      assertThat(kept()).isEqualTo(20);
      other.rollback();
      batches.over(organiser, first);
    }
    Awaitility.await().until(() -> batches.send(organiser, LINE).status() == 202);
  }

  @Test
  void aLineIsNeverKeptAsItWasSent() throws Exception {
    String code = Persons.newIdentityCode();
    String text =
        Batches.text(
            List.of(
                Batches.grant(Calls.grant(code, calls.registered())),
                "{\"ref\":\"" + code + "\"}",
                "{\"" + code + "\":1}",
                code));
    String id = batches.send(organiser, text).text("id");
    assertThat(
            sql().column("select l::text from usage_right_batch_line l where batch = '" + id + "'"))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).doesNotContain(code));
    assertThat(batches.over(organiser, id).path("invalid").asInt()).isEqualTo(3);
    assertThat(batches.lines(organiser, id).toString()).doesNotContain(code);
  }

  @Test
  void aDatabaseThatIsAwayIsToldAndNothingIsKept() throws Exception {
    String key = Calls.newKey();
    wire().refuse();
    assertThat(batches.send(organiser, LINE, key).status()).isEqualTo(503);
    wire().resume();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> batches.send(organiser, LINE, key).status() == 202);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void theContentTypeMayHaveParameters() {
    plainHttp()
        .post()
        .uri(Batches.PATH)
        .header("Authorization", "Bearer " + Calls.token(organiser))
        .header("Idempotency-Key", Calls.newKey())
        .contentType(MediaType.parseMediaType("application/x-ndjson;charset=utf-8"))
        .bodyValue(LINE.getBytes(StandardCharsets.US_ASCII))
        .exchange()
        .expectStatus()
        .isAccepted();
  }
}
