package fi.lupa.consent.guardianprohibition;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.Answer;
import fi.lupa.consent.Bodies;
import fi.lupa.consent.Children;
import fi.lupa.consent.ServiceUnderTest;
import fi.lupa.consent.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardianProhibitionIT extends ServiceUnderTest {
  private static final String PATH = "/v1/guardian-prohibitions";
  private static final String ALL = "{\"type\":\"ALL\"}";
  private static final String REASON = "Pelkään, mitä kotona tapahtuu.";
  private static final String GROUNDS = "Lapsi on liian nuori ymmärtämään seuraukset.";

  private static String asked(String child, String target, String more) {
    return """
    {"client":%s,"target":%s,"reason":"%s",%s,"recorder":%s}\
    """
        .formatted(Bodies.identityCode(child), target, REASON, more, Bodies.RECORDER);
  }

  private static String accepted(String child, String target) {
    return asked(child, target, "\"decision\":\"ACCEPTED\"");
  }

  private static String refused(String child) {
    return asked(child, ALL, "\"decision\":\"REFUSED\",\"grounds\":\"" + GROUNDS + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ALL,
        "{\"type\":\"SERVICE_TASK\",\"serviceTask\":\"SUBSTANCE_ABUSE\"}",
        "{\"type\":\"DOCUMENT\",\"document\":\"1.2.246.10.91000005.14.2026.1\"}"
      })
  void anAcceptedOneIsInForceAndCanBeCancelledAnywhere(String target) {
    String child = Children.child();
    Answer set = provider().create(PATH, accepted(child, target)).inForce(201, 1);

    assertThat(set.text("/state")).isEqualTo("ACCEPTED");
    assertThat(set.text("/against")).isEqualTo("EVERY_GUARDIAN");
    assertThat(set.body().path("target").toString()).isEqualTo(target);
    assertThat(set.body().has("reason")).isFalse();
    provider(SOUTH).get(PATH + "/" + set.id() + "/effect?version=1").is(200);
    Answer cancelled =
        provider(SOUTH)
            .change(PATH + "/" + set.id() + "/cancellation", 1, Bodies.ONLY_RECORDER)
            .inForce(200, 2);
    assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
    assertThat(cancelled.text("/cancelledAt")).isNotNull();
    assertThat(
            rows(
                "select version, state, organisation, professional_name from guardian_prohibition_version where id = '%s' order by 1"
                    .formatted(set.id())))
        .containsExactly(
            List.of("1", "ACCEPTED", NORTH, Bodies.NAME),
            List.of("2", "CANCELLED", SOUTH, Bodies.NAME));
    provider().create(PATH, accepted(child, target)).inForce(201, 1);
  }

  @Test
  void aRefusalIsRecordedWithItsGroundsAndBindsNobody() {
    String child = Children.child();
    Answer refused = provider().create(PATH, refused(child)).inForce(201, 1);

    assertThat(refused.text("/state")).isEqualTo("REFUSED");
    assertThat(refused.text("/reasonCode")).isEqualTo("MINOR_REASON_NOT_ACCEPTED");
    provider()
        .change(PATH + "/" + refused.id() + "/cancellation", 1, Bodies.ONLY_RECORDER)
        .is(409, "GUARDIAN_PROHIBITION_NOT_IN_FORCE");
    // asked and judged anew
    provider().create(PATH, refused(child)).inForce(201, 1);
    provider().create(PATH, accepted(child, ALL)).inForce(201, 1);
  }

  @Test
  void onlyWhoRecordedItReadsWhy() {
    String child = Children.child();
    provider().create(PATH, refused(child)).inForce(201, 1);
    provider().create(PATH, accepted(child, ALL)).inForce(201, 1);
    String search = PATH + "/searches";

    Answer own = provider().search(search, Bodies.searchFor(child)).is(200);
    assertThat(own.text("/items/0/reason")).isEqualTo(REASON);
    assertThat(own.text("/items/1/grounds")).isEqualTo(GROUNDS);
    Answer others = provider(SOUTH).search(search, Bodies.searchFor(child)).is(200);
    assertThat(others.body().path("items")).hasSize(2);
    assertThat(others.body().toString()).doesNotContain("reason\"").doesNotContain("grounds");

    String one = Bodies.searchFor(child).replace("}}", "},\"limit\":1}");
    Answer first = provider().search(search, one).is(200);
    assertThat(first.text("/items/0/state")).isEqualTo("ACCEPTED");
    Answer next =
        provider()
            .search(search, one.replace("1}", "1,\"cursor\":\"" + first.text("/next") + "\"}"))
            .is(200);
    assertThat(next.text("/items/0/state")).isEqualTo("REFUSED");
    assertThat(next.text("/next")).isNull();
    assertThat(provider().search(search, Bodies.searchFor(Children.child())).body().path("items"))
        .isEmpty();
  }

  @Test
  void theSameOneIsInForceOnlyOnceEvenAtOnce() {
    String child = Children.child();
    List<Answer> answers = Together.run(8, i -> provider().create(PATH, accepted(child, ALL)));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> answer.is(409, "GUARDIAN_PROHIBITION_EXISTS"));
    String one =
        accepted(child, ALL)
            .replaceFirst(
                "\"target\"", "\"guardian\":" + Bodies.identityCode(person()) + ",\"target\"");
    assertThat(provider().create(PATH, one).inForce(201, 1).text("/against"))
        .isEqualTo("ONE_GUARDIAN");
  }

  @Test
  void aRepeatedRequestIsAnsweredAlikeAndDoesNothing() {
    String child = Children.child();
    String key = UUID.randomUUID().toString();
    Answer first = provider().create(PATH, accepted(child, ALL), key).inForce(201, 1);
    assertThat(provider().create(PATH, accepted(child, ALL), key).inForce(201, 1).id())
        .isEqualTo(first.id());
    provider().create(PATH, refused(child), key).is(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void onlyAMinorsAndByAProfessionalOnly() {
    String child = Children.child();
    provider().create(PATH, accepted(person(), ALL)).is(409, "CLIENT_NOT_MINOR");
    citizen(child).create(PATH, accepted(child, ALL)).is(403, "SCOPE_MISSING");
    citizen(child).search(PATH + "/searches", Bodies.searchFor(child)).is(403, "SCOPE_MISSING");
    provider()
        .change(PATH + "/" + UUID.randomUUID() + "/cancellation", 1, Bodies.ONLY_RECORDER)
        .is(404, "NOT_FOUND");
    Answer set = provider().create(PATH, accepted(child, ALL)).inForce(201, 1);
    String cancel = PATH + "/" + set.id() + "/cancellation";
    provider().change(cancel, 2, Bodies.ONLY_RECORDER).is(412, "VERSION_CONFLICT");
    provider().search(cancel, Bodies.ONLY_RECORDER).is(428, "PRECONDITION_REQUIRED");
  }

  @Test
  void whatIsWrongIsNamed() {
    String child = Children.child();
    String self =
        accepted(child, ALL)
            .replaceFirst(
                "\"target\"", "\"guardian\":" + Bodies.identityCode(child) + ",\"target\"");
    for (String wrong :
        List.of(
            self,
            accepted(child, "{\"type\":\"SERVICE_TASK\"}"),
            accepted(child, "{\"type\":\"ALL\",\"serviceTask\":\"FAMILIES\"}"),
            accepted(child, "{\"type\":\"CONTROLLER\",\"controller\":\"" + NORTH + "\"}"),
            accepted(child, ALL).replace(REASON, " "),
            accepted(child, ALL).replace(REASON, "a\\u0000"),
            accepted(child, ALL).replace("ACCEPTED", "REFUSED"),
            refused(child).replace("REFUSED", "ACCEPTED"),
            accepted(child, ALL).replace("ACCEPTED", "CANCELLED"))) {
      Answer answer = provider().create(PATH, wrong).is(400, "REQUEST_INVALID");
      assertThat(answer.body().toString()).doesNotContain(child).doesNotContain(REASON);
    }
    assertThat(provider().search(PATH + "/searches", Bodies.searchFor(child)).body().path("items"))
        .isEmpty();
  }

  @Test
  void nothingOfItShowsInTheChildsDeclarations() {
    String child = Children.child();
    provider().create(PATH, accepted(child, ALL)).inForce(201, 1);
    assertThat(citizen(child).get("/v1/my/prohibitions").is(200).body().path("items")).isEmpty();
    assertThat(
            provider()
                .search("/v1/prohibitions/searches", Bodies.searchFor(child))
                .body()
                .path("items"))
        .isEmpty();
  }

  @Test
  void whatCantBePushedComesIntoForceByItself() {
    DISCLOSURE.goAway();
    Answer stored = provider().create(PATH, accepted(Children.child(), ALL)).is(202);
    assertThat(stored.text("/effectUrl")).isEqualTo(PATH + "/" + stored.id() + "/effect?version=1");
  }
}
