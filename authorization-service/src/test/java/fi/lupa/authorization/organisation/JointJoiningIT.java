package fi.lupa.authorization.organisation;

import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Persons;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class JointJoiningIT extends AuthorizationIT {
  private final ObjectNode main = privateSocial(newOid());
  private final String mainOid = main.path("oid").asString();

  @Test
  void aCoJoinerOfAJoinedMainJoinerIsJoined() {
    calls.registered(main);
    ObjectNode coJoiner = coJoiner();
    Answer answer = calls.register(coJoiner);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("mainJoiner")).isEqualTo(mainOid);
    assertThat(answer.text("effectiveStatus")).isEqualTo("JOINED");
    Answer read = calls.get("/v1/organisations/" + oid(coJoiner), mainOid);
    assertThat(read.text("mainJoiner")).isEqualTo(mainOid);
  }

  @ParameterizedTest
  @CsvSource({"SUSPENDED, SUSPENDED", "LEFT, SUSPENDED", "REGISTERED, REGISTERED"})
  void itFollowsItsMainJoinerAndComesBackWithIt(String mains, String followers) {
    calls.registered(main);
    String coJoiner = calls.registered(coJoiner());

    Answer answer = calls.change(mainOid, "\"1\"", with(main, "status", mains));
    assertThat(answer.status()).isEqualTo(200);
    Answer followed = calls.get("/v1/organisations/" + coJoiner, mainOid);
    assertThat(followed.text("status")).isEqualTo("JOINED");
    assertThat(followed.text("effectiveStatus")).isEqualTo(followers);
    assertThat(followed.etag()).isEqualTo("\"2\"");
    assertThat(statuses(DISCLOSURE.pushed(coJoiner))).containsExactly("JOINED", followers);

    calls.change(mainOid, "\"2\"", main);
    assertThat(Events.await(coJoiner, 3))
        .allSatisfy(told -> assertThat(told.violations()).isEmpty())
        .extracting(told -> told.data().path("status").asString())
        .containsExactly("JOINED", followers, "JOINED");
  }

  @Test
  void whatDoesNotConcernThemIsNotToldOfThem() {
    calls.registered(main);
    String coJoiner = calls.registered(coJoiner());
    calls.change(mainOid, "\"1\"", with(main, "functions", List.of("ARCHIVING")));
    calls.change(mainOid, "\"2\"", with(main, "status", "SUSPENDED"));
    calls.change(mainOid, "\"3\"", with(main, "status", "LEFT"));
    assertThat(calls.get("/v1/organisations/" + coJoiner, mainOid).etag()).isEqualTo("\"2\"");
  }

  @Test
  void oneThatIsItselfSuspendedStaysSo() {
    calls.registered(with(main, "status", "SUSPENDED"));
    ObjectNode coJoiner = coJoiner();
    String oid = calls.registered(coJoiner);
    assertThat(calls.get("/v1/organisations/" + oid, oid).text("effectiveStatus"))
        .isEqualTo("SUSPENDED");
    calls.change(oid, "\"1\"", with(coJoiner, "status", "SUSPENDED"));
    calls.change(mainOid, "\"1\"", main);
    assertThat(calls.get("/v1/organisations/" + oid, oid).text("effectiveStatus"))
        .isEqualTo("SUSPENDED");
  }

  @Test
  void aRightCannotBeGrantedToACoJoinerWhoseMainJoinerIsSuspended() {
    calls.registered(main);
    String coJoiner = calls.registered(coJoiner());
    calls.change(mainOid, "\"1\"", with(main, "status", "SUSPENDED"));
    Answer answer =
        calls.grant(calls.registered(), Calls.grant(Persons.newIdentityCode(), coJoiner));
    assertThat(answer.code()).isEqualTo("PRODUCER_NOT_READY");
  }

  @Test
  void theRightsOfACoJoinerEndWhenItsMainJoinerIsSuspended() {
    calls.registered(main);
    String coJoiner = calls.registered(coJoiner());
    String organiser = calls.registered();
    String right =
        calls.grant(organiser, Calls.grant(Persons.newIdentityCode(), coJoiner)).text("id");
    calls.change(mainOid, "\"1\"", with(main, "status", "SUSPENDED"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          Answer ended = calls.get("/v1/usage-rights/" + right, organiser);
          assertThat(ended.text("state")).isEqualTo("ENDED");
          assertThat(ended.text("endReason")).isEqualTo("PRODUCER_NOT_READY");
        });
  }

  @Test
  void aChangeIsInForceOnlyWhenItsFollowersAre() {
    calls.registered(main);
    String coJoiner = calls.registered(coJoiner());
    DISCLOSURE.leave();
    Answer answer = calls.change(mainOid, "\"1\"", with(main, "status", "SUSPENDED"));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(calls.get("/v1/organisations/" + coJoiner, mainOid).text("effectiveStatus"))
        .isEqualTo("SUSPENDED");
  }

  @Test
  void aCoJoinerThatLeavesItsMainJoinerStandsAlone() {
    calls.registered(main);
    ObjectNode coJoiner = coJoiner();
    String oid = calls.registered(coJoiner);
    coJoiner.remove("mainJoiner");
    calls.change(oid, "\"1\"", coJoiner);
    calls.change(mainOid, "\"1\"", with(main, "status", "SUSPENDED"));
    Answer alone = calls.get("/v1/organisations/" + oid, oid);
    assertThat(alone.text("status")).isEqualTo("JOINED");
    assertThat(alone.body().has("effectiveStatus")).isFalse();
    assertThat(alone.etag()).isEqualTo("\"2\"");
  }

  @Test
  void whoMayNotIsRefused() {
    calls.registered(main);
    ObjectNode coJoiner = coJoiner();
    assertNotAllowed(calls.register(with(coJoiner, "ownership", "PUBLIC")));
    assertNotAllowed(calls.register(with(coJoiner, "sector", "HEALTH")));
    assertNotAllowed(calls.register(with(coJoiner, "mainJoiner", oid(coJoiner))));
    assertNotAllowed(calls.register(with(coJoiner, "mainJoiner", calls.registered())));
    assertThat(calls.register(with(coJoiner, "mainJoiner", newOid())).code())
        .isEqualTo("MAIN_JOINER_UNKNOWN");

    String oid = calls.registered(coJoiner);
    assertNotAllowed(calls.register(with(coJoiner(), "mainJoiner", oid)));
    ObjectNode other = privateSocial(newOid());
    calls.registered(other);
    assertNotAllowed(calls.change(mainOid, "\"1\"", with(main, "mainJoiner", oid(other))));
    assertNotAllowed(calls.change(mainOid, "\"1\"", with(main, "ownership", "PUBLIC")));
  }

  @Test
  void inWhateverOrderChangesComeNothingIsLost() {
    calls.registered(main);
    List<String> coJoiners =
        IntStream.range(0, 4).mapToObj(i -> calls.registered(coJoiner())).toList();
    String organiser = calls.registered();
    IntStream.range(0, 24)
        .parallel()
        .forEach(i -> {
          if (i % 3 == 0) {
            String etag = calls.get("/v1/organisations/" + mainOid, mainOid).etag();
            String status = i % 2 == 0 ? "SUSPENDED" : "JOINED";
            assertThat(calls.change(mainOid, etag, with(main, "status", status)).status())
                .as("409 while the rights of its co-joiners are still ending")
                .isIn(200, 409, 412);
          } else {
            String producer = coJoiners.get(i % 4);
            assertThat(
                    calls
                        .grant(organiser, Calls.grant(Persons.newIdentityCode(), producer))
                        .status())
                .isIn(201, 409);
          }
        });
    String holds = calls.get("/v1/organisations/" + mainOid, mainOid).text("status");
    assertThat(coJoiners)
        .allSatisfy(oid -> {
          Answer coJoiner = calls.get("/v1/organisations/" + oid, oid);
          assertThat(coJoiner.text("effectiveStatus")).isEqualTo(holds);
          assertThat(statuses(DISCLOSURE.pushed(oid)))
              .hasSize(coJoiner.body().path("version").asInt());
        });
  }

  private ObjectNode coJoiner() {
    return with(privateSocial(newOid()), "mainJoiner", mainOid);
  }

  private static ObjectNode privateSocial(String oid) {
    return with(registration(oid), "ownership", "PRIVATE");
  }

  private static String oid(ObjectNode registration) {
    return registration.path("oid").asString();
  }

  private static List<String> statuses(List<JsonNode> pushed) {
    return pushed.stream().map(envelope -> envelope.at("/data/status").asString()).toList();
  }

  private static void assertNotAllowed(Answer answer) {
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("MAIN_JOINER_NOT_ALLOWED");
  }
}
