package fi.lupa.disclosure.citizen.documents;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Topic;
import fi.lupa.testkit.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/** What a minor has prohibited is for the guardian as if it were not there (51 § 2). */
class GuardianProhibitionIT extends DisclosureIT {
  private static final Logger LOG = LoggerFactory.getLogger(GuardianProhibitionIT.class);
  private static final Topic TOPIC = Topic.of("disclosure.events");
  private static final String LIST = "/v1/my/documents";
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 200;

  private final Client child = Client.child();
  private final Client guardian = Client.person();
  private final UUID id = UUID.randomUUID();

  private void related(Client represented, UUID relation) {
    calls.given(
        Given.representation(represented.ref(), guardian.ref(), "GUARDIAN_OF_MINOR")
            .with("id", relation));
  }

  private Answer asGuardian(
      Client represented, UUID relation, HttpMethod method, String path, Object body) {
    String token =
        TestIssuer.shared()
            .representativeToken(
                represented.text(), guardian.text(), relation, "GUARDIAN_OF_MINOR");
    return calls.send(method, path, token, body);
  }

  private Answer list() {
    return asGuardian(child, id, HttpMethod.GET, LIST, null);
  }

  private Answer one(String document) {
    return asGuardian(child, id, HttpMethod.GET, LIST + "/" + document, null);
  }

  private Answer visibility(String document) {
    return asGuardian(
        child, id, HttpMethod.POST, "/v1/my/visibility", object("document", document));
  }

  /** What was told of looks, once a document stored last has been told too. */
  private List<String> told() {
    calls.stored(NORTH, Calls.metadata(child, NORTH));
    int stored =
        sql().column("select 1 from document where client_ref = '" + child.ref() + "'").size();
    List<Topic.Told> all = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          all.clear();
          all.addAll(TOPIC.await(child.ref().toString(), stored));
          return all.stream().filter(told -> told.type().contains("document-stored")).count()
              == stored;
        });
    return all.stream()
        .filter(told -> told.type().contains("representative-viewed"))
        .map(Topic.Told::value)
        .toList();
  }

  @Test
  void everythingProhibitedLooksAsIfThereWereNothing() {
    related(child, id);
    Answer empty = list();
    Answer absent = one(UUID.randomUUID().toString());
    calls.stored(NORTH, Calls.metadata(child, NORTH));
    String document = list().body().at("/items/0/id").asString();
    assertThat(one(document).status()).isEqualTo(200);
    Given.Fact prohibition = Given.guardianProhibition(child.ref());
    calls.given(prohibition);

    assertThat(list().body()).isEqualTo(empty.body());
    for (Answer answer :
        List.of(
            one(document),
            visibility(document),
            asGuardian(child, id, HttpMethod.GET, LIST + "/" + document + "/content", null))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
      assertThat(answer.text("detail")).isEqualTo(absent.text("detail"));
      assertThat(answer.body().propertyNames()).isEqualTo(absent.body().propertyNames());
    }
    assertThat(calls.my(child, LIST).body().path("items").size()).as("the child's own").isOne();
    assertThat(
            sql()
                .column(
                    "select distinct withheld->0->>'code' from citizen_view where client_ref = '"
                        + child.ref()
                        + "' and withheld <> '[]'"))
        .containsExactly("NOT_AVAILABLE");

    calls.given(
        prohibition
            .version(2)
            .with("state", "CANCELLED")
            .with("cancelledAt", "2026-11-22T09:00:00Z"));
    assertThat(one(document).status()).isEqualTo(200);
  }

  @Test
  void oneTaskOrOneDocumentIsHiddenAndPagesStayFull() {
    related(child, id);
    String first = calls.stored(NORTH, Calls.metadata(child, NORTH));
    ObjectNode secret = Calls.metadata(child, NORTH);
    secret.putArray("serviceTasks").add("SUBSTANCE_ABUSE");
    calls.stored(NORTH, secret);
    calls.stored(NORTH, Calls.metadata(child, NORTH));
    calls.given(
        Given.guardianProhibition(child.ref())
            .with("target", "SERVICE_TASK")
            .with("serviceTask", "SUBSTANCE_ABUSE"));

    assertThat(list().body().path("items").size()).isEqualTo(2);
    assertThat(list().body().toString()).doesNotContain("SUBSTANCE_ABUSE");
    Answer page = asGuardian(child, id, HttpMethod.GET, LIST + "?limit=1", null);
    Answer next =
        asGuardian(child, id, HttpMethod.GET, LIST + "?limit=1&cursor=" + page.text("next"), null);
    assertThat(next.body().path("items").size()).isOne();
    assertThat(next.body().path("next").isNull()).isTrue();

    calls.given(
        Given.guardianProhibition(child.ref()).with("target", "DOCUMENT").with("document", first));
    assertThat(list().body().path("items").size()).isOne();
  }

  @Test
  void oneAgainstAnotherGuardianOrARefusedOneHidesNothing() {
    related(child, id);
    calls.stored(NORTH, Calls.metadata(child, NORTH));
    calls.given(
        Given.guardianProhibition(child.ref()).with("guardian", Client.person().ref()),
        Given.guardianProhibition(child.ref()).with("state", "REFUSED"));
    assertThat(list().body().path("items").size()).isOne();
    calls.given(Given.guardianProhibition(child.ref()).with("guardian", guardian.ref()));
    assertThat(list().body().path("items").size()).isZero();
  }

  @Test
  void theChildIsToldWhatWasShownAndNotWhatWasTriedInVain() {
    related(child, id);
    calls.stored(NORTH, Calls.metadata(child, NORTH));
    String document = list().body().at("/items/0/id").asString();
    one(document);
    visibility(document);
    calls.given(Given.guardianProhibition(child.ref()));
    one(document);
    one(UUID.randomUUID().toString());
    calls.my(child, LIST);

    List<String> told = told();
    assertThat(told)
        .extracting(value -> Given.JSON.readTree(value).path("what").asString())
        .containsExactly("DOCUMENT_LIST", "DOCUMENT", "VISIBILITY");
    assertThat(told)
        .allSatisfy(
            value -> assertThat(value).doesNotContain(guardian.ref().toString(), child.text()));
  }

  @Test
  void whoMayNotLookIsNotTold() {
    assertThat(list().status()).isEqualTo(403);
    assertThat(told()).isEmpty();
  }

  @Test
  void howLongItTakesTellsNothing() {
    Client bare = Client.child();
    UUID another = UUID.randomUUID();
    related(child, id);
    related(bare, another);
    for (int i = 0; i < 3; i++) {
      calls.stored(NORTH, Calls.metadata(child, NORTH));
    }
    String hidden = list().body().at("/items/0/id").asString();
    calls.given(Given.guardianProhibition(child.ref()));

    long[][] times = new long[2][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < 2; i++) {
        int who = Math.floorMod(i + round, 2);
        long start = System.nanoTime();
        Answer answer =
            who == 0
                ? one(hidden)
                : asGuardian(bare, another, HttpMethod.GET, LIST + "/" + UUID.randomUUID(), null);
        long took = (System.nanoTime() - start) / 1_000;
        assertThat(answer.status()).isEqualTo(404);
        if (round >= 0) {
          times[who][round] = took;
        }
      }
    }
    Arrays.stream(times).forEach(Arrays::sort);
    LOG.info(
        "us: prohibited p50 {} p90 {}, absent p50 {} p90 {}",
        times[0][ROUNDS / 2],
        times[0][ROUNDS * 9 / 10],
        times[1][ROUNDS / 2],
        times[1][ROUNDS * 9 / 10]);
    assertThat(times[0][ROUNDS / 2])
        .as("median of the prohibited, within what the absent take")
        .isLessThan(times[1][ROUNDS * 9 / 10]);
  }
}
