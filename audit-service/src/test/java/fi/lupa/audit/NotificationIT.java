package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.TestIssuer;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients are told that there is something new, by a real mail server and a real webhook. */
class NotificationIT extends AuditIT {
  private static final String PATH = "/v1/my/notifications";
  private static final List<String> CALLS = new CopyOnWriteArrayList<>();
  private static final AtomicInteger FAILING = new AtomicInteger();
  private static GreenMail mail;
  private static DisposableServer hook;
  private static Backends.Database database;

  private final Person person = AuditService.person();
  private final String mailbox = person.ref().toString().substring(0, 8) + "@example.org";

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    hook =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) ->
                request
                    .receive()
                    .aggregate()
                    .asString()
                    .defaultIfEmpty("")
                    .flatMap(body -> {
                      CALLS.add(request.uri() + " " + body);
                      boolean fails = FAILING.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
                      return request.uri().equals("/moved")
                          ? response.sendRedirect("http://127.0.0.1:1/inside").then()
                          : response.status(fails ? 500 : 204).send().then();
                    }))
            .bindNow();
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> mail.getSmtp().getPort());
    registry.add("lupa.notifications.from", () -> "lupa@example.org");
    registry.add("lupa.notifications.poll", () -> "100ms");
    registry.add("lupa.notifications.quiet", () -> "1h");
    registry.add("lupa.notifications.retry", () -> "10ms");
    registry.add("lupa.notifications.attempts", () -> "4");
    registry.add("lupa.notifications.private-hosts", () -> "127.0.0.1");
    database = register(registry);
  }

  @AfterAll
  static void stop() {
    mail.stop();
    hook.disposeNow();
  }

  private JsonNode put(Person who, String channel, String address, String what) {
    byte[] body =
        http.mutate()
            .filter(AuditService.CONTRACT.checking())
            .build()
            .put()
            .uri(PATH)
            .headers(headers -> headers.setBearerAuth(who.token()))
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(
                """
                {"channel":"%s","address":"%s","what":"%s","language":"sv"}
                """
                    .formatted(channel, address, what))
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return JsonMapper.shared().readTree(body);
  }

  private JsonNode state(Person who) {
    return AuditService.json(service.get(who.token(), "fi", PATH));
  }

  private static RecordsQueried access(Person who, Ground ground) {
    return Events.access(
        who.ref(),
        Outcome.PERMITTED,
        ground == null ? Basis.OWN_REGISTER : Basis.DISCLOSURE,
        ground,
        null,
        1,
        true);
  }

  /** An event whose time is after now, as one is that happens after subscribing. */
  private static Instant later() {
    return Instant.now().plusSeconds(1);
  }

  private void inLog(Person who, int entries) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.log(who).get("items").size() == entries);
  }

  private WebTestClient.ResponseSpec confirm(String code) {
    return http.mutate()
        .filter(AuditService.CONTRACT.checking())
        .build()
        .post()
        .uri(PATH + "/confirmation")
        .headers(headers -> headers.setBearerAuth(person.token()))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"code\":\"" + code + "\"}")
        .exchange();
  }

  /** The code of so manieth message with one. */
  private String code(int message) {
    await().atMost(Duration.ofSeconds(20)).until(() -> codeMails().size() == message);
    return codeMails().stream().max(Comparator.comparing(CodeMail::number)).orElseThrow().code();
  }

  private record CodeMail(int number, String code) {}

  private List<CodeMail> codeMails() {
    List<CodeMail> found = new ArrayList<>();
    for (MimeMessage one : received("Bekräfta din adress")) {
      try {
        String text = one.getContent().toString();
        found.add(new CodeMail(found.size(), text.replaceAll("(?s).*: ([0-9]{6})\\s.*", "$1")));
      } catch (java.io.IOException | jakarta.mail.MessagingException e) {
        throw new AssertionError(e);
      }
    }
    return found;
  }

  /** Wants mail and has told the code. */
  private void byMail(String what) {
    put(person, "EMAIL", mailbox, what);
    confirm(code(1)).expectStatus().isOk();
  }

  private List<MimeMessage> mails() {
    return received("Det finns nytt i din logg");
  }

  private List<MimeMessage> received(String subject) {
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage one : mail.getReceivedMessages()) {
      try {
        if (one.getAllRecipients()[0].toString().equals(mailbox)
            && one.getSubject().equals(subject)) {
          found.add(one);
        }
      } catch (jakarta.mail.MessagingException e) {
        throw new AssertionError(e);
      }
    }
    return found;
  }

  private void mails(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> mails().size() == count);
  }

  /**
   * Entries that wait are looked at every 100 ms: what isn't there after another's is never there.
   */
  private void anotherIsTold() {
    Person other = AuditService.person();
    String path = "/" + other.ref();
    put(other, "WEBHOOK", url(path), "ALL_ACCESSES");
    topics.send(access(other, null), later());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> CALLS.stream().anyMatch(call -> call.startsWith(path + " ")));
  }

  private static String url(String path) {
    return "http://127.0.0.1:" + hook.port() + path;
  }

  @Test
  void nobodyIsToldWhoDidNotAsk() {
    assertThat(state(person).toString()).isEqualTo("{\"subscribed\":false}");
    topics.send(access(person, null), later());
    inLog(person, 1);
    anotherIsTold();
    assertThat(mails()).isEmpty();
  }

  @Test
  void oneMessageWithoutContentForAllThatIsNewInAWhile() throws Exception {
    byMail("ALL_ACCESSES");
    assertThat(state(person).at("/subscription/address").asString()).isEqualTo(mailbox);
    UUID id = UUID.randomUUID();
    RecordsQueried event = access(person, null);
    Instant time = later();
    topics.send(id, event, time);
    mails(1);

    MimeMessage message = mails().getFirst();
    assertThat(message.getSubject()).isEqualTo("Det finns nytt i din logg");
    assertThat(message.getFrom()[0]).hasToString("lupa@example.org");
    assertThat(message.getContent().toString())
        .contains("Logga in")
        .doesNotContain("Pohjois", "Norra", "Hoivakoto", person.ref().toString(), "http");

    topics.send(id, event, time);
    topics.send(access(person, null), later());
    inLog(person, 2);
    anotherIsTold();
    assertThat(mails()).as("quiet for an hour").hasSize(1);
    assertThat(state(person).at("/subscription/lastSentAt").isMissingNode()).isFalse();
    assertThat(waiting(person)).as("the second access waits, the repeated one doesn't").isOne();
  }

  @Test
  void nothingButTheCodeIsSentToAnAddressUntilItIsTold() {
    JsonNode state = put(person, "EMAIL", mailbox, "ALL_ACCESSES");
    assertThat(state.at("/subscription/confirmedAt").isMissingNode()).isTrue();
    String code = code(1);
    topics.send(access(person, null), later());
    inLog(person, 1);
    anotherIsTold();
    assertThat(mails()).isEmpty();
    String wrong = code.equals("000000") ? "000001" : "000000";
    confirm(wrong)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("CODE_WRONG");

    confirm(code).expectStatus().isOk();

    assertThat(state(person).at("/subscription/confirmedAt").isString()).isTrue();
    confirm(code).expectStatus().isEqualTo(409);
    anotherIsTold();
    assertThat(mails()).as("what happened before").isEmpty();
    topics.send(access(person, null), later());
    mails(1);
    put(person, "EMAIL", mailbox, "STATUTORY_ONLY");
    assertThat(state(person).at("/subscription/confirmedAt").isString())
        .as("the same address stays confirmed")
        .isTrue();
    put(person, "EMAIL", "x" + mailbox, "STATUTORY_ONLY");
    assertThat(state(person).at("/subscription/confirmedAt").isMissingNode()).isTrue();
    put(person, "WEBHOOK", url("/" + person.ref()), "ALL_ACCESSES");
    assertThat(state(person).at("/subscription/confirmedAt").isString()).isTrue();
    confirm(code).expectStatus().isEqualTo(409);
  }

  @Test
  void aCodeIsOverAfterFiveWrongOnes() {
    put(person, "EMAIL", mailbox, "ALL_ACCESSES");
    String code = code(1);
    String wrong = code.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      confirm(wrong).expectStatus().isEqualTo(422);
    }
    confirm(code).expectStatus().isEqualTo(409);

    put(person, "EMAIL", mailbox, "ALL_ACCESSES");
    confirm(code(2)).expectStatus().isOk();
  }

  @Test
  void nobodyGetsMoreThanFiveCodesInADayByEndingAndBeginning() {
    for (int i = 0; i < 5; i++) {
      assertThat(put(person, "EMAIL", mailbox, "ALL_ACCESSES").path("code").isMissingNode())
          .isTrue();
      http.delete()
          .uri(PATH)
          .headers(headers -> headers.setBearerAuth(person.token()))
          .exchange()
          .expectStatus()
          .isOk();
    }
    assertThat(put(person, "EMAIL", mailbox, "ALL_ACCESSES").path("code").asString())
        .isEqualTo("TOO_MANY_CODES");
    assertThat(state(person).path("subscribed").asBoolean()).isFalse();
    assertThat(codeMails()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void theCodeIsNotReadableInTheDatabase() {
    put(person, "EMAIL", mailbox, "ALL_ACCESSES");
    String code = code(1);
    assertThat(
            rows(
                "select count(*) from notification_code where position(convert_to('"
                    + code
                    + "', 'UTF8') in sealed) = 0",
                person))
        .isOne();
  }

  @Test
  void whoWantsStatutoryOnesOnlyHearsOfNoOthers() {
    byMail("STATUTORY_ONLY");
    topics.send(access(person, null), later());
    topics.send(access(person, Ground.PERMIT), later());
    inLog(person, 2);
    anotherIsTold();
    assertThat(mails()).isEmpty();
    topics.send(access(person, Ground.PROTECTION), later());
    mails(1);
  }

  @Test
  void whatHappenedBeforeIsNotTold() {
    byMail("ALL_ACCESSES");
    topics.send(access(person, null), Instant.now().minusSeconds(60));
    inLog(person, 1);
    anotherIsTold();
    assertThat(mails()).isEmpty();
  }

  @Test
  void whoEndsItIsForgotten() {
    byMail("ALL_ACCESSES");
    for (int i = 0; i < 2; i++) {
      http.delete()
          .uri(PATH)
          .headers(headers -> headers.setBearerAuth(person.token()))
          .exchange()
          .expectStatus()
          .isOk();
    }
    assertThat(state(person).path("subscribed").asBoolean()).isFalse();
    assertThat(rows("select count(*) from notification_subscription", person)).isZero();
    topics.send(access(person, null), later());
    inLog(person, 1);
    anotherIsTold();
    assertThat(mails()).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgain() {
    FAILING.set(2);
    String path = "/" + person.ref();
    put(person, "WEBHOOK", url(path), "ALL_ACCESSES");
    topics.send(access(person, null), later());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> state(person).at("/subscription/lastSentAt").isString());
    List<String> calls = CALLS.stream().filter(call -> call.startsWith(path + " ")).toList();
    assertThat(calls).hasSizeBetween(1, 3);
    assertThat(calls.getLast())
        .contains("\"language\":\"sv\"", "something-new")
        .doesNotContain("Hoivakoto", "purpose", "1.2.246");
    assertThat(waiting(person)).isZero();
  }

  @Test
  void whatFailsTooOftenIsGivenUpAndTheClientSeesIt() {
    put(person, "WEBHOOK", url("/moved"), "ALL_ACCESSES");
    topics.send(access(person, null), later());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> state(person).at("/subscription/givenUpAt").isString());
    assertThat(CALLS.stream().filter(call -> call.startsWith("/moved "))).hasSize(4);
    assertThat(state(person).at("/subscription/lastSentAt").isMissingNode()).isTrue();

    put(person, "WEBHOOK", url("/" + person.ref()), "ALL_ACCESSES");
    assertThat(state(person).at("/subscription/givenUpAt").isMissingNode()).isTrue();
    topics.send(access(person, null), later());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> state(person).at("/subscription/lastSentAt").isString());
  }

  @Test
  void theAddressIsNotReadableInTheDatabase() {
    put(person, "EMAIL", mailbox, "ALL_ACCESSES");
    assertThat(
            rows(
                "select count(*) from notification_subscription where position(convert_to('example', 'UTF8') in address) = 0",
                person))
        .isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, a@example.org;b@example.org",
    "EMAIL, https://example.org/",
    "WEBHOOK, http://example.org/",
    "WEBHOOK, https://user@example.org/",
    "WEBHOOK, matti@example.org",
    "SMS, 0401234567"
  })
  void aBadAddressIsRefusedAndNotRepeated(String channel, String address) {
    JsonNode answer = put(person, channel, address, "ALL_ACCESSES");
    assertThat(answer.path("code").asString()).isEqualTo("REQUEST_INVALID");
    assertThat(answer.toString()).doesNotContain(address);
    assertThat(state(person).path("subscribed").asBoolean()).isFalse();
  }

  @Test
  void whoActsForAnotherSubscribesNothing() {
    String token =
        TestIssuer.shared()
            .representativeToken(
                person.identityCode(),
                AuditService.person().identityCode(),
                UUID.randomUUID(),
                "MANDATE");
    service.get(token, "fi", PATH).expectStatus().isForbidden();
  }

  private long waiting(Person who) {
    return rows("select count(*) from notification_entry", who);
  }

  private static long rows(String select, Person who) {
    String condition = (select.contains("where") ? " and " : " where ") + "client_ref = '";
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(select + condition + who.ref() + "'")) {
      result.next();
      return result.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }
}
