package fi.lupa.authorization.relationship;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static fi.lupa.authorization.support.RelationshipDocuments.block;
import static fi.lupa.authorization.support.RelationshipDocuments.document;
import static fi.lupa.authorization.support.RelationshipDocuments.task;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.clientlink.Links;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/** Only the newest version counts, once, whoever sends it how often. */
class DocumentVersionsIT extends ImportIT {
  @Test
  void anOlderVersionIsRefusedAndTellsWhereItStands() {
    String id = id(take(3, blocks(open())), 0);
    for (long version : new long[] {1, 2}) {
      Answer answer = take(version, blocks());
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("VERSION_CONFLICT");
      assertThat(answer.body().path("currentVersion").asLong()).isEqualTo(3);
    }
    assertThat(state(id)).isEqualTo("IN_FORCE");
  }

  @Test
  void aVersionMadeFromAnotherThanTheLastIsALostUpdate() {
    take(1, blocks(open()));
    take(2, blocks(open("85")));
    ObjectNode fromFirst = with(request(3, blocks(open())), "baseVersion", 1);
    assertThat(send(fromFirst).code()).isEqualTo("VERSION_CONFLICT");
    assertThat(take(4, blocks(open())).code()).as("3 is missing").isEqualTo("VERSION_CONFLICT");
    ObjectNode knowing = with(request(4, blocks(open())), "baseVersion", 2);
    assertThat(changes(send(knowing))).containsExactly("AMENDED");
  }

  @Test
  void theSameVersionWithOtherContentIsRefused() {
    String id = id(take(1, blocks(open())), 0);
    assertThat(take(1, blocks()).code()).isEqualTo("VERSION_CONFLICT");
    assertThat(state(id)).isEqualTo("IN_FORCE");
  }

  @Test
  void theSameKeyAndBodyAreAnsweredAlikeAndDoneOnce() {
    String key = newKey();
    Answer first = send(request(1, blocks(open())), key);
    Answer second = send(request(1, blocks(open())), key);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(send(request(2, blocks(open())), key).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(read(id(first, 0)).path("version").asLong()).isEqualTo(1);
  }

  @Test
  void aRepetitionUnderAnotherKeyTriesOnlyWhatHasNoRight() {
    String late = newOid();
    ObjectNode registration = with(registration(late), "status", "REGISTERED");
    calls.registered(registration);
    ObjectNode document = blocks(open(), block(unit(late, 1), TODAY, null));
    Answer first = take(1, document);
    assertThat(changes(first)).containsExactly("GRANTED", "REFUSED PRODUCER_NOT_READY");
    calls.change(late, "\"1\"", with(registration, "status", "JOINED"));
    calls.end(organiser, id(first, 0), "\"1\"", body("reason", "RELATIONSHIP_ENDED"));
    Answer again = take(1, document);
    assertThat(changes(again)).containsExactly("UNCHANGED", "GRANTED");
    assertThat(item(again, 0).path("state").asString()).isEqualTo("ENDED");
    assertThat(changes(take(1, document))).containsExactly("UNCHANGED", "UNCHANGED");
  }

  @Test
  void aRepetitionDoesNotUndoWhatCameAfter() {
    Answer first = take(1, blocks(open()));
    calls.send(
        HttpMethod.PUT,
        "/v1/usage-rights/" + id(first, 0),
        Calls.token(organiser),
        body("start", TODAY, "socialServices", List.of("85")),
        "If-Match",
        "\"1\"");
    assertThat(changes(take(1, blocks(open())))).containsExactly("UNCHANGED");
    assertThat(read(id(first, 0)).path("socialServices").size()).isEqualTo(1);
    assertThat(changes(take(2, blocks(open())))).containsExactly("AMENDED");
  }

  @Test
  void itIsNotInForceWhileTheDisclosureServiceIsAway() {
    DISCLOSURE.leave();
    Answer first = take(1, blocks(open()));
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.body().path("effective").asBoolean()).isFalse();
    DISCLOSURE.comeBack();
    Answer unchanged = take(2, blocks(open()));
    assertThat(changes(unchanged)).containsExactly("UNCHANGED");
    assertThat(unchanged.status()).as("nobody has brought it yet").isEqualTo(202);
    DISCLOSURE.learn(id(first, 0), 1);
    assertThat(take(3, blocks(open())).status()).isEqualTo(200);
  }

  @Test
  void ofTwoVersionsAtTheSameMomentOneWins() throws InterruptedException, ExecutionException {
    take(1, blocks(open()));
    List<Answer> answers =
        atOnce(
            IntStream.range(0, 6)
                .<Callable<Answer>>mapToObj(
                    n -> () -> take(2, blocks(open(n % 2 == 0 ? "85" : "93"))))
                .toList());
    assertThat(answers).filteredOn(answer -> changes(answer).equals(List.of("AMENDED"))).hasSize(1);
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer.status() == 409 || answer.status() == 200).isTrue());
  }

  @Test
  void theFirstVersionAtTheSameMomentGrantsOnce()
      throws InterruptedException, ExecutionException, SQLException {
    List<Answer> answers =
        atOnce(
            IntStream.range(0, 6)
                .<Callable<Answer>>mapToObj(n -> () -> take(1, blocks(open())))
                .toList());
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers).extracting(answer -> id(answer, 0)).containsOnly(id(answers.getFirst(), 0));
    assertThat(
            sql().count("select count(*) from usage_right where organiser = '" + organiser + "'"))
        .isEqualTo(1);
  }

  @Test
  void aDocumentIsOfOneClient() {
    take(1, blocks(open()));
    String another = Persons.newIdentityCode();
    ObjectNode ofAnother =
        with(
            request(2, document(another, unit(organiser, 1), task(DISABILITY, open()))),
            "client",
            Map.of("identityCode", another));
    assertThat(send(ofAnother).code()).isEqualTo("RELATIONSHIP_OF_OTHER_CLIENT");
    assertThat(
            send(with(request(2, blocks(open())), "client", Map.of("identityCode", another)))
                .code())
        .as("the request names another than the document")
        .isEqualTo("RELATIONSHIP_OF_OTHER_CLIENT");
  }

  @Test
  void theVersionsGoOnWhenTheClientGetsAnIdentityCode() {
    String temporaryId = Links.temporaryId(organiser);
    ObjectNode document = blocks(open());
    ObjectNode person = (ObjectNode) document.at("/asiakkuusasiakirja/asiakas");
    person.remove("henkilotunnus");
    person.putObject("tilapainen_yksilointitunnus").put("value", temporaryId);
    Answer first = send(with(request(1, document), "client", Map.of("temporaryId", temporaryId)));
    assertThat(changes(first)).containsExactly("GRANTED");
    assertThat(take(2, blocks(open())).code()).isEqualTo("RELATIONSHIP_OF_OTHER_CLIENT");

    new Links(calls).link(organiser, temporaryId, client);
    Answer second = take(2, blocks(open()));
    assertThat(changes(second)).containsExactly("UNCHANGED");
    assertThat(id(second, 0)).isEqualTo(id(first, 0));
    assertThat(changes(take(3, blocks()))).containsExactly("ENDED");
    assertThat(state(id(first, 0))).isEqualTo("ENDED");
  }

  @Test
  void aClientsRelationshipHasOneDocument() {
    take(1, blocks(open()));
    ObjectNode second = with(request(1, blocks(open())), "documentOid", newOid());
    assertThat(send(second).code()).isEqualTo("RELATIONSHIP_HAS_DOCUMENT");
    take(2, blocks());
    assertThat(changes(send(second))).containsExactly("GRANTED");
    assertThat(take(3, blocks()).code()).isEqualTo("RELATIONSHIP_HAS_DOCUMENT");
  }

  @Test
  void anotherOrganisersDocumentOfTheSameClientIsItsOwnMatter() {
    take(1, blocks(open()));
    String first = organiser;
    organiser = calls.registered();
    Answer answer = take(1, blocks(open()));
    assertThat(changes(answer)).containsExactly("GRANTED");
    take(2, blocks());
    organiser = first;
    assertThat(changes(take(2, blocks(open())))).containsExactly("UNCHANGED");
  }

  private static List<Answer> atOnce(List<Callable<Answer>> calls)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> one : threads.invokeAll(calls)) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
