package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Representative;
import fi.lupa.acceptance.api.Schema;
import fi.lupa.acceptance.api.Tokens;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A guardian acts for a child, as far as the law lets them (issue 5). */
@Order(13)
class RepresentationIT {
  private static final AtomicInteger CHILDREN = new AtomicInteger();
  private static final String DOCUMENTS = "/v1/my/documents";
  private static final String GUARDIAN = "GUARDIAN_OF_MINOR";
  private static final Map<String, Object> INFORMING =
      Map.of("textVersion", "2026-1", "language", "fi");
  private static final Map<String, Object> PERMIT =
      Map.of("kind", "SOCIAL_CARE", "decision", "GIVEN", "textVersion", "2026-1");
  private static final Map<String, Object> PROHIBITION =
      Map.of("target", Map.of("type", "SERVICE_TASK", "serviceTask", "FAMILIES"));

  private final Person child = Person.of("150620", 'A', CHILDREN.getAndIncrement());
  private final Person adult = Person.next();
  private final Representative guardian = new Representative(adult, child);

  @BeforeAll
  static void world() {
    World.prepare();
  }

  @Test
  void aGuardianAnswersForAChildAndProhibitsNothing() {
    assertThat(Tokens.answer(guardian).status()).isEqualTo(400);
    Reply registered = Http.expect(201, guardian.register(GUARDIAN));
    assertThat(registered.holds("/effective")).isTrue();
    assertThat(registered.body()).doesNotContain(child.identityCode(), adult.identityCode());

    Http.expect(201, Call.create(guardian, "/v1/my/informing", INFORMING));
    Http.expect(201, Call.create(guardian, "/v1/my/permits", PERMIT));
    assertThat(permits(child)).contains("GIVEN");
    assertThat(permits(adult)).doesNotContain("GIVEN");

    Http.refuse(
        403, "GUARDIAN_CANNOT_PROHIBIT", Call.create(guardian, "/v1/my/prohibitions", PROHIBITION));
    Http.refuse(403, "ACT_NOT_DELEGABLE", Call.get(guardian, "/v1/my/notifications"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> Http.refuse(403, "GUARDIAN_LOG_NOT_SHOWN", Call.get(guardian, "/v1/my/log")));
    Http.refuse(403, "SCOPE_MISSING", Call.get(guardian, "/v1/organisations"));

    Map<String, Object> atProvider = new HashMap<>(PROHIBITION);
    atProvider.put("client", child.client());
    atProvider.put("recorder", Declarations.recorder());
    atProvider.put("representative", Map.of("role", GUARDIAN, "person", adult.client()));
    Http.expect(201, Call.create(NORTH, "/v1/prohibitions", atProvider));
  }

  @Test
  void whatAChildKeepsFromAGuardianIsAsIfItWereNotThere() {
    Http.expect(201, guardian.register(GUARDIAN));
    Reply before = Http.expect(200, Call.get(guardian, DOCUMENTS));
    Document plan = Document.json(Schema.of("1506.15003", "1506.15003"), "FAMILIES", child);
    Http.expect(201, plan.intoOwn(NORTH, child));
    String id = Http.expect(200, Call.get(guardian, DOCUMENTS)).text("/items/0/id");

    Map<String, Object> wish =
        Map.of(
            "client", child.client(),
            "target", Map.of("type", "ALL"),
            "reason", "Nuori pelkää huoltajan reaktiota.",
            "decision", "ACCEPTED",
            "recorder", Declarations.recorder());
    Reply accepted = Http.expect(201, Call.create(NORTH, "/v1/guardian-prohibitions", wish));
    assertThat(accepted.holds("/effective")).isTrue();
    assertThat(accepted.body()).doesNotContain("reaktiota");

    assertThat(Http.expect(200, Call.get(guardian, DOCUMENTS)).body()).isEqualTo(before.body());
    Http.refuse(404, "NOT_FOUND", Call.get(guardian, DOCUMENTS + "/" + id));
    Http.refuse(404, "NOT_FOUND", Call.post(guardian, "/v1/my/visibility", Map.of("document", id)));
    assertThat(Http.expect(200, Call.get(guardian, "/v1/my/prohibitions")).list("/items"))
        .isEmpty();
    assertThat(Http.expect(200, Call.get(child, DOCUMENTS)).list("/items")).hasSize(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          MyLog log = MyLog.of(child);
          assertThat(log.of("REPRESENTATIVE_VIEWED")).hasSize(3);
          assertThat(log.of("DECLARATION")).hasSize(1);
          assertThat(log.of("DECLARATION").getFirst().path("sentence").asString())
              .contains("your guardians not see")
              .doesNotContain("reaktiota");
        });
  }

  @Test
  void whoHasAMandateReadsTheLogAndTheOtherIsTold() {
    Person friend = Person.next();
    Representative holder = new Representative(friend, adult);
    Http.expect(201, holder.register("MANDATE"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> Http.expect(200, Call.get(holder, "/v1/my/log")));
    assertThat(MyLog.of(adult).of("REPRESENTATIVE_VIEWED")).isNotEmpty();
    assertThat(MyLog.of(friend).entries()).isEmpty();
  }

  @Test
  void aBarredGuardianGetsAStrangersAnswer() {
    Http.expect(201, guardian.register(GUARDIAN));
    Http.expect(201, Call.create(guardian, "/v1/my/informing", INFORMING));
    Http.expect(201, guardian.register(GUARDIAN, "SAFETY_NON_DISCLOSURE"));

    // the token from before is still good, what it stands on isn't
    Http.refuse(403, "NO_REPRESENTATION", Call.create(guardian, "/v1/my/permits", PERMIT));
    Http.refuse(403, "NO_REPRESENTATION", Call.get(guardian, "/v1/my/informing"));
    Reply barred = Tokens.answer(guardian);
    Reply stranger = Tokens.answer(new Representative(Person.next(), child));
    assertThat(barred.status()).isEqualTo(stranger.status()).isEqualTo(400);
    assertThat(barred.body()).isEqualTo(stranger.body()).contains("access_denied");
  }

  private static String permits(Person person) {
    return Http.expect(200, Call.get(person, "/v1/my/permits")).body();
  }
}
