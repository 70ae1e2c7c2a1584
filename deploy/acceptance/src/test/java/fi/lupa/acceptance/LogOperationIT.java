package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.OPERATOR;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Supervision;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Mailbox;
import fi.lupa.acceptance.system.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The log withheld in part, repaired and built anew: what the citizen sees of it (issue 6). */
@Order(16)
class LogOperationIT {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String LETTERS = "/v1/log/dead-letters";

  private final Person client = Person.next();
  private final Supervision north = new Supervision(NORTH);

  @BeforeAll
  static void world() {
    World.prepare();
  }

  @BeforeEach
  void accesses() {
    for (int i = 0; i < 3; i++) {
      Http.expect(200, Records.ownRegister(NORTH, client));
      Http.expect(200, Records.ownRegister(SOUTH, client));
    }
    await().atMost(SOON).until(() -> MyLog.of(client).accesses().size() == 6);
  }

  private List<String> idsOf(String organisation) {
    return MyLog.of(client).entries().stream()
        .filter(entry -> entry.at("/organisation/fi").asString().startsWith(organisation))
        .map(entry -> entry.path("id").asString())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTHERS_RIGHTS", "CRIME_PREVENTION"})
  void whatIsWithheldIsNowhereAndComesBackWhole(String ground) {
    MyLog before = MyLog.of(client);
    List<String> norths = idsOf("Pohjoisrannan");
    List<String> souths = idsOf("Eteläjärven");
    assertThat(norths).hasSize(3);

    Reply withheld = Http.expect(201, north.withhold(client, ground));

    assertThat(MyLog.of(client).ids()).isEqualTo(souths);
    assertThat(MyLog.of(client, 1).ids()).as("one to a page").isEqualTo(souths);
    JsonNode told = MyLog.of(client).withheld();
    if (ground.equals("OTHERS_RIGHTS")) {
      assertThat(told.toString()).isEqualTo("[{\"ground\":\"OTHERS_RIGHTS\",\"count\":3}]");
    } else {
      assertThat(told).isEmpty();
    }
    assertThat(Http.expect(200, Call.get(client, "/v1/my/log/organisations")).body())
        .contains("Eteläjärven")
        .doesNotContain("Pohjoisrannan");
    for (String format : List.of("json", "csv", "fhir")) {
      assertThat(Http.expect(200, Call.get(client, "/v1/my/log/export?format=" + format)).body())
          .as(format)
          .contains("Eteläjärven")
          .doesNotContain(norths)
          .doesNotContain("Pohjoisrannan");
    }
    for (String id : norths) {
      Http.refuse(404, "NOT_FOUND", Call.get(client, "/v1/my/log/" + id));
      Http.refuse(404, "NOT_FOUND", Call.get(client, "/v1/my/log/" + id + "/proof"));
    }
    Http.refuse(404, "NOT_FOUND", end(SOUTH, withheld));

    Http.expect(200, end(NORTH, withheld));

    assertThat(MyLog.of(client).ids()).isEqualTo(before.ids());
  }

  private static Call end(fi.lupa.acceptance.api.Organisation by, Reply withheld) {
    return Call.of("POST", "/v1/log/withholdings/" + withheld.text("/id") + "/end")
        .as(by)
        .ifMatch(withheld.header("ETag"));
  }

  @Test
  void whatCouldNotBeReadIsAGapUntilItIsRepaired() {
    String queryId = Http.expect(200, Records.ownRegister(NORTH, client)).text("/queryId");
    await().atMost(SOON).until(() -> MyLog.of(client).accesses().size() == 7);
    var topic = new Topic(Lupa.shared(), "disclosure.events");
    ConsumerRecord<String, String> event = topic.holding(queryId).orElseThrow();
    String type = new String(event.headers().lastHeader("ce_type").value());
    int gaps = count("gaps");
    int closed = count("closedGaps");

    UUID lost =
        topic.sendUnreadable(
            event, event.value().replace(queryId, UUID.randomUUID().toString()), type + "00");

    await().atMost(SOON).until(() -> count("gaps") == gaps + 1);
    assertThat(MyLog.of(client).accesses()).hasSize(7);
    JsonNode letter =
        Http.expect(200, Call.get(OPERATOR, LETTERS + "?state=OPEN&limit=200"))
            .list("/items")
            .stream()
            .filter(one -> one.path("reason").asString().equals("TYPE_UNKNOWN"))
            .findFirst()
            .orElseThrow();
    String path = LETTERS + "/" + letter.path("id").asString() + "/replay";
    Http.refuse(403, "SCOPE_MISSING", Call.post(NORTH, path, Map.of()));
    Http.refuse(422, "DEAD_LETTER_UNREADABLE", Call.post(OPERATOR, path, Map.of()));

    Reply repaired =
        Http.expect(200, Call.post(OPERATOR, path, Map.of("headers", Map.of("type", type))));

    assertThat(repaired.text("/event")).isEqualTo(lost.toString());
    assertThat(MyLog.of(client).accesses())
        .hasSize(8)
        .extracting(entry -> entry.path("id").asString())
        .contains(lost.toString());
    assertThat(count("gaps")).isEqualTo(gaps);
    assertThat(count("closedGaps")).isEqualTo(closed + 1);
    Http.refuse(409, "DEAD_LETTER_CLOSED", Call.post(OPERATOR, path, Map.of()));
  }

  /** How many events the log says it lacks, or lacked. */
  private int count(String kind) {
    return MyLog.of(client)
        .coverage()
        .path(kind)
        .valueStream()
        .mapToInt(gap -> gap.path("count").asInt())
        .sum();
  }

  @Test
  void mailTellsOfAnAccessOnceTheAddressIsConfirmed() {
    var mailbox = new Mailbox(Lupa.shared(), "client" + System.nanoTime() + "@example.org");
    String path = "/v1/my/notifications";
    Call wanted =
        Call.of("PUT", path)
            .as(client)
            .json(
                Map.of(
                    "channel", "EMAIL",
                    "address", mailbox.address(),
                    "what", "ALL_ACCESSES",
                    "language", "en"));
    assertThat(Http.expect(200, wanted).json().at("/subscription/confirmedAt").isMissingNode())
        .isTrue();
    await().atMost(SOON).until(() -> mailbox.messages("Confirm your address").size() == 1);
    String code =
        mailbox
            .messages("Confirm your address")
            .getFirst()
            .replaceAll("(?s).*service Lupa: ([0-9]{6})\\s.*", "$1");
    Call confirmation = Call.post(client, path + "/confirmation", Map.of("code", code));

    Http.expect(200, confirmation);

    Http.refuse(409, "CODE_OVER", confirmation);
    Http.expect(200, Records.ownRegister(NORTH, client));
    String subject = "There is something new in your log";
    await().atMost(SOON).until(() -> mailbox.messages(subject).size() == 1);
    assertThat(mailbox.messages(subject).getFirst())
        .contains("Sign in")
        .doesNotContain("Pohjois", "North", client.identityCode(), "http");
    Http.expect(200, Call.of("DELETE", path).as(client));
  }

  @Test
  void aRebuiltLogIsTheSame() {
    List<String> before = MyLog.of(client).ids();
    String checkpoint = Http.expect(200, Call.of("GET", "/v1/log/tiles/checkpoint")).body();
    String size = checkpoint.lines().skip(1).findFirst().orElseThrow();

    String id = Http.expect(202, Call.of("POST", "/v1/log/rebuilds").as(OPERATOR)).text("/id");

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          assertThat(MyLog.of(client).ids()).as("while it is built").isEqualTo(before);
          return Http.expect(200, Call.get(OPERATOR, "/v1/log/rebuilds/" + id))
              .text("/state")
              .equals("SWITCHED");
        });
    assertThat(MyLog.of(client).ids()).isEqualTo(before);
    String after = Http.expect(200, Call.of("GET", "/v1/log/tiles/checkpoint")).body();
    assertThat(root(Http.expect(200, Call.of("GET", "/v1/log/checkpoints/" + size)).body()))
        .isEqualTo(root(checkpoint));
    assertThat(Long.parseLong(after.lines().skip(1).findFirst().orElseThrow()))
        .isGreaterThanOrEqualTo(Long.parseLong(size));
    Http.expect(200, Records.ownRegister(NORTH, client));
    await().atMost(SOON).until(() -> MyLog.of(client).ids().size() == before.size() + 1);
  }

  private static Optional<String> root(String note) {
    return Stream.of(note.split("\n")).skip(2).findFirst();
  }
}
