package fi.lupa.consent;

import static fi.lupa.consent.Registrations.GUARDIAN;
import static fi.lupa.consent.Registrations.MANDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.testkit.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** The register as the operator loads it. */
class RepresentationIT extends ServiceUnderTest {
  private static final String PATH = "/v1/representations";

  private final String child = Children.child();
  private final String adult = person();

  private Api operator() {
    return api(Registrations.operatorToken());
  }

  private Answer register(String role, String more) {
    return operator().create(PATH, Registrations.body(child, adult, role, more));
  }

  private Answer batch(String lines) {
    return operator()
        .raw(
            PATH + "/batches",
            MediaType.APPLICATION_NDJSON,
            lines.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsRegisteredAgainIsTheSameRelation() {
    Answer first = register(GUARDIAN, "").inForce(201, 1);
    Answer same = register(GUARDIAN, ",\"blocks\":[]").inForce(201, 1);
    Answer blocked = register(GUARDIAN, ",\"blocks\":[\"TAKEN_INTO_CARE\"]").inForce(201, 2);
    Answer other = register(MANDATE, ",\"matters\":[\"SOCIAL_CARE\"]").inForce(201, 1);

    assertThat(same.body()).isEqualTo(first.body());
    assertThat(blocked.id()).isEqualTo(first.id()).isNotEqualTo(other.id());
    assertThat(blocked.text("/blocks/0")).isEqualTo("TAKEN_INTO_CARE");
    assertThat(other.text("/matters/0")).isEqualTo("SOCIAL_CARE");
    assertThat(blocked.body().toString()).doesNotContain(child, adult);
    assertThat(
            rows(
                "select version, blocks, system from representation_version where id = '%s' order by 1"
                    .formatted(first.id())))
        .containsExactly(
            List.of("1", "{}", "test-client"), List.of("2", "{TAKEN_INTO_CARE}", "test-client"));
  }

  @Test
  void itEndsOnceAndMayComeBack() {
    Answer held = register(GUARDIAN, "");
    String end = PATH + "/" + held.id() + "/end";

    operator().change(end, 2, null).is(412, "VERSION_CONFLICT");
    assertThat(operator().change(end, 1, null).inForce(200, 2).text("/state")).isEqualTo("ENDED");
    operator().change(end, 2, null).is(409, "REPRESENTATION_ALREADY_ENDED");
    operator().change(PATH + "/" + java.util.UUID.randomUUID() + "/end", 1, null).is(404);
    Answer back = register(GUARDIAN, "").inForce(201, 3);
    assertThat(back.id()).isEqualTo(held.id());
    assertThat(back.text("/state")).isEqualTo("REGISTERED");
  }

  @Test
  void theEventTellsThatItIsBarredAndNotWhy() {
    Answer held = register(GUARDIAN, "");
    register(GUARDIAN, ",\"blocks\":[\"SAFETY_NON_DISCLOSURE\"]").inForce(201, 2);
    try (KafkaReader kafka = new KafkaReader()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> kafka.withKey(held.id()).size() == 2);
      List<KafkaReader.Told> told = kafka.withKey(held.id());
      for (KafkaReader.Told event : told) {
        assertThat(event.type()).isEqualTo("fi.lupa.consent.representation-changed.v1");
        assertThat(EventSchemas.violations(event.type(), event.data())).isEmpty();
        assertThat(event.data().toString()).doesNotContain("SAFETY", child, adult);
      }
      assertThat(told)
          .extracting(event -> event.data().path("blocked").asBoolean())
          .containsExactly(false, true);
    }
  }

  @Test
  void aChangeThatTheDisclosureServiceMissesIsFollowedAtItsUrl() {
    DISCLOSURE.goAway();
    Answer stored = register(GUARDIAN, "").is(202);
    DISCLOSURE.comeBack();

    assertThat(stored.text("/effectUrl")).isEqualTo(PATH + "/" + stored.id() + "/effect?version=1");
    operator().get(stored.text("/effectUrl")).is(200);
    operator().get(PATH + "/" + stored.id() + "/effect?version=2").is(404, "NOT_FOUND");
  }

  @Test
  void manyLinesAtOnce() {
    String second = Children.child();
    String lines =
        Registrations.body(child, adult, GUARDIAN, "")
            + "\n\n"
            + "{\"role\":\"MANDATE\"}\n"
            + Registrations.body(second, adult, GUARDIAN, ",\"matters\":[\"OTHER\"]")
            + "\n"
            + Registrations.body(second, adult, MANDATE, "")
            + "\n";
    Answer answer = batch(lines).is(200);

    assertThat(answer.body().path("changed").asInt()).isEqualTo(2);
    assertThat(answer.body().path("unchanged").asInt()).isZero();
    assertThat(answer.body().path("effective").asBoolean()).isTrue();
    assertThat(answer.body().path("refused").valueStream().map(one -> one.path("line").asInt()))
        .containsExactly(3, 4);
    assertThat(answer.text("/refused/1/violations/0/pointer")).isEqualTo("/matters");
    assertThat(answer.body().toString()).doesNotContain(child, adult, second);

    Answer again = batch(lines).is(200);
    assertThat(again.body().path("changed").asInt()).isZero();
    assertThat(again.body().path("unchanged").asInt()).isEqualTo(2);
  }

  @Test
  void theLastLineOnARelationCounts() {
    Answer answer =
        batch(
                Registrations.body(child, adult, MANDATE, "")
                    + "\n"
                    + Registrations.body(child, adult, MANDATE, ",\"validUntil\":\"2026-12-31\""))
            .is(200);
    assertThat(answer.body().path("changed").asInt()).isEqualTo(2);
    assertThat(register(MANDATE, ",\"validUntil\":\"2026-12-31\"").version()).isEqualTo(2);
  }

  @Test
  void badBatchesAreRefusedWhole() {
    batch("").is(400, "REQUEST_INVALID");
    batch("\n\n").is(400, "REQUEST_INVALID");
    batch("{}\n".repeat(1_001)).is(413, "PAYLOAD_TOO_LARGE");
    batch("x".repeat(300_000)).is(413, "PAYLOAD_TOO_LARGE");
    operator()
        .raw(PATH + "/batches", MediaType.APPLICATION_JSON, "{}".getBytes(StandardCharsets.UTF_8))
        .is(415, "MEDIA_TYPE_UNSUPPORTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"matters\":[\"SOCIAL_CARE\"]",
        ",\"matters\":[]",
        ",\"validUntil\":\"2025-12-31\"",
        ",\"validUntil\":\"2026-02-30\"",
        ",\"blocks\":[\"WHIM\"]",
        ",\"blocks\":[\"OTHER\",\"OTHER\"]",
        ",\"more\":1"
      })
  void whatCannotBeIsRefused(String more) {
    Answer answer = register(GUARDIAN, more).is(400, "REQUEST_INVALID");
    assertThat(answer.body().toString()).doesNotContain(child, adult);
    assertThat(answer.body().path("violations")).isNotEmpty();
  }

  @Test
  void aGuardianIsOfAChild() {
    operator()
        .create(PATH, Registrations.body(adult, child, GUARDIAN, ""))
        .is(400, "REQUEST_INVALID");
    operator()
        .create(PATH, Registrations.body(child, child, GUARDIAN, ""))
        .is(400, "REQUEST_INVALID");
  }

  @ParameterizedTest
  @CsvSource({"declarations.manage", "representations.check", "citizen", "facts.write"})
  void onlyTheOperatorsScopeOpens(String scope) {
    Api other = api(TestIssuer.shared().token(NORTH, scope));
    other.create(PATH, Registrations.body(child, adult, GUARDIAN, "")).is(403, "SCOPE_MISSING");
    other
        .raw(PATH + "/batches", MediaType.APPLICATION_NDJSON, "{}".getBytes(StandardCharsets.UTF_8))
        .is(403, "SCOPE_MISSING");
    assertThat(rows("select 1 from representation where role = 'X'")).isEmpty();
  }

  @Test
  void ofManyAtOnceEachIsAVersion() {
    List<Answer> answers =
        Together.run(
            10,
            i -> register(MANDATE, ",\"validUntil\":\"2030-01-%02d\"".formatted(1 + i)).is(201));

    Set<String> ids = answers.stream().map(Answer::id).collect(Collectors.toSet());
    Set<Long> versions =
        answers.stream().map(Answer::version).collect(Collectors.toCollection(TreeSet::new));
    assertThat(ids).hasSize(1);
    assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  @Test
  void batchesOnTheSameRelationsDoNotDeadlock() {
    List<String> children = List.of(child, Children.child(), Children.child(), Children.child());
    List<Answer> answers =
        Together.run(
            8,
            i -> {
              List<String> order = i % 2 == 0 ? children : children.reversed();
              String more = ",\"validUntil\":\"2030-01-%02d\"".formatted(1 + i);
              return batch(
                  order.stream()
                      .map(one -> Registrations.body(one, adult, MANDATE, more))
                      .collect(Collectors.joining("\n")));
            });
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer.is(200).body().path("changed").asInt()).isEqualTo(4));
  }

  @Test
  void theIssuerAsksByTheTwoPersons() {
    Api issuer = api(TestIssuer.shared().token(Registrations.OPERATOR, "representations.check"));
    String ask = "/internal/representations/checks";
    String body =
        """
        {"represented":{"identityCode":"%s"},"representative":{"identityCode":"%s"}}\
        """
            .formatted(child, adult);

    issuer.search(ask, body).is(403, "NO_REPRESENTATION");
    Answer held = register(GUARDIAN, "");
    Answer known = issuer.search(ask, body).is(200);
    assertThat(known.id()).isEqualTo(held.id());
    assertThat(known.text("/role")).isEqualTo(GUARDIAN);
    register(GUARDIAN, ",\"blocks\":[\"CUSTODY_SPLIT\"]");
    issuer.search(ask, body).is(403, "NO_REPRESENTATION");
    operator().search(ask, body).is(403, "SCOPE_MISSING");
    provider().search(ask, body).is(403, "SCOPE_MISSING");
  }
}
