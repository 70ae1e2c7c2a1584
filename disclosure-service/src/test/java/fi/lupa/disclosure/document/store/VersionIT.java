package fi.lupa.disclosure.document.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_XHTML_XML;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.MultipartBodyBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A new version names its base; no update gets lost, and no upload is stored twice. */
class VersionIT extends DisclosureIT {
  private final Client client = Client.person();

  private static Answer store(Calls calls, Oid by, ObjectNode metadata, String text) {
    return calls.store(by, upload(metadata, text), Calls.newKey());
  }

  private static MultipartBodyBuilder upload(ObjectNode metadata, String text) {
    return Calls.upload(metadata, Calls.page(text), APPLICATION_XHTML_XML);
  }

  private Answer store(ObjectNode metadata, String text) {
    return store(calls, NORTH, metadata, text);
  }

  private ObjectNode own() {
    return Calls.metadata(client, NORTH);
  }

  private ObjectNode under(Oid by) {
    return own().put("basis", "REGISTER_USAGE_RIGHT").put("unit", Oids.unit(by, 1).value());
  }

  private static ObjectNode version(ObjectNode metadata, int base) {
    ObjectNode next = metadata.deepCopy();
    return next.put("baseVersion", metadata.path("documentOid").asString() + "." + base);
  }

  /** The first told of as a version of the second. */
  private static ObjectNode version(ObjectNode metadata, ObjectNode of, int base) {
    return version(metadata.put("documentOid", of.path("documentOid").asString()), base);
  }

  private static ObjectNode tasks(ObjectNode metadata, String... tasks) {
    ObjectNode copy = metadata.deepCopy();
    copy.set("serviceTasks", Given.JSON.valueToTree(List.of(tasks)));
    return copy;
  }

  private JsonNode found() {
    return calls
        .query(NORTH, Calls.own(client, NORTH).put("include", "CONTENT"))
        .body()
        .path("documents");
  }

  private long records() {
    return sql()
        .count("select count(*) from access_record where client_ref = '" + client.ref() + "'");
  }

  @Test
  void theNewestVersionIsWhatAQueryGives() {
    ObjectNode first = own().put("recordedAt", "2026-01-10T09:00:00Z");
    assertThat(store(first, "yksi").status()).isEqualTo(201);
    Answer second = store(version(first, 1).put("recordedAt", "2026-05-10T09:00:00Z"), "kaksi");
    assertThat(second.status()).as(second.body().toString()).isEqualTo(201);
    assertThat(second.headers().getETag()).isEqualTo("\"2\"");
    assertThat(second.body().path("version").asInt()).isEqualTo(2);
    assertThat(second.text("versionOid")).isEqualTo(first.path("documentOid").asString() + ".2");

    assertThat(found()).hasSize(1);
    JsonNode document = found().get(0);
    assertThat(document.path("version").asInt()).isEqualTo(2);
    assertThat(document.path("status").asString()).isEqualTo("CURRENT");
    assertThat(document.path("recordedAt").asString()).isEqualTo("2026-05-10T09:00:00Z");
    assertThat(document.at("/content/text").asString()).contains("kaksi");
    assertThat(contents(first)).hasSize(2);
  }

  private List<String> contents(ObjectNode metadata) {
    return sql()
        .column(
            "select version from document_content where document_oid = '"
                + metadata.path("documentOid").asString()
                + "' order by version");
  }

  @Test
  void aNewVersionDoesNotMoveItsDocument() {
    ObjectNode older = own().put("recordedAt", "2026-01-10T09:00:00Z");
    ObjectNode newer = own().put("recordedAt", "2026-02-10T09:00:00Z");
    store(older, "vanhempi");
    store(newer, "uudempi");
    store(version(older, 1).put("recordedAt", "2026-06-10T09:00:00Z"), "vanhemman uusi versio");
    assertThat(calls.query(NORTH, Calls.own(client, NORTH)).documents())
        .containsExactly(
            newer.path("documentOid").asString(), older.path("documentOid").asString());
  }

  @Test
  void anOldBaseIsALostUpdate() {
    ObjectNode first = own();
    store(first, "yksi");
    store(version(first, 1), "kaksi");
    long before = records();
    Answer late = store(version(first, 1), "kolme");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("VERSION_CONFLICT");
    Answer early = store(version(first, 3), "kolme");
    assertThat(early.code()).isEqualTo("VERSION_CONFLICT");
    assertThat(records()).isEqualTo(before);
    assertThat(store(version(first, 2), "kolme").status()).isEqualTo(201);
  }

  @Test
  void aVersionOfNothingOrOfAnothersDocumentIsAConflict() {
    assertThat(store(version(own(), 1), "x").code()).isEqualTo("VERSION_CONFLICT");
    ObjectNode first = own();
    store(first, "yksi");
    ObjectNode stolen = version(first, 1);
    stolen.set("client", Given.JSON.valueToTree(Client.person().json()));
    assertThat(store(stolen, "x").code()).isEqualTo("VERSION_CONFLICT");
    ObjectNode base = own().put("documentOid", Oids.document().value());
    base.put("baseVersion", first.path("documentOid").asString() + ".1");
    assertThat(store(base, "x").code()).isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void ofTwoNewVersionsAtOnceOneWins() {
    for (int round = 0; round < 8; round++) {
      ObjectNode first = own();
      store(first, "yksi");
      List<Answer> answers = Together.all(6, i -> store(version(first, 1), "versio " + i));
      assertThat(answers)
          .extracting(Answer::status)
          .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
      assertThat(answers.stream().filter(answer -> answer.status() == 409))
          .allMatch(answer -> answer.code().equals("VERSION_CONFLICT"));
      assertThat(contents(first)).containsExactly("1", "2");
    }
  }

  @Test
  void theSameUploadAgainIsTheSameAnswerWhateverItsKey() {
    ObjectNode metadata = own();
    Answer first = store(metadata, "yksi");
    Answer again = store(metadata, "yksi");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().getETag()).isEqualTo(first.headers().getETag());
    assertThat(records()).isEqualTo(1);

    assertThat(store(metadata, "kaksi").code()).isEqualTo("DOCUMENT_EXISTS");
    assertThat(store(metadata.deepCopy().put("language", "sv"), "yksi").code())
        .isEqualTo("DOCUMENT_EXISTS");
  }

  @Test
  void aLateRepetitionFindsItsOwnVersionThoughNewerOnesStand() {
    ObjectNode first = own();
    Answer one = store(first, "yksi");
    Answer two = store(version(first, 1), "kaksi");
    store(version(first, 2), "kolme");
    assertThat(store(first, "yksi").body()).isEqualTo(one.body());
    Answer again = store(version(first, 1), "kaksi");
    assertThat(again.body()).isEqualTo(two.body());
    assertThat(again.headers().getETag()).isEqualTo("\"2\"");
    assertThat(records()).isEqualTo(3);
    assertThat(found().get(0).path("version").asInt()).isEqualTo(3);
  }

  @Test
  void theSameUploadAtOnceIsOneDocumentWithOneAnswer() {
    for (int round = 0; round < 8; round++) {
      long before = records();
      ObjectNode metadata = own();
      List<Answer> answers = Together.all(6, _ -> store(metadata, "yksi"));
      assertThat(answers).extracting(Answer::status).containsOnly(201);
      assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
      ObjectNode next = version(metadata, 1);
      List<Answer> versions = Together.all(6, _ -> store(next, "kaksi"));
      assertThat(versions).extracting(Answer::body).containsOnly(versions.getFirst().body());
      assertThat(records()).isEqualTo(before + 2);
      assertThat(contents(metadata)).containsExactly("1", "2");
    }
  }

  @Test
  void aRepetitionGetsItsAnswerThoughTheRightIsOverAndAnotherGetsNone() {
    Given.Fact right = Given.right(client.ref(), NORTH, PRODUCER);
    calls.given(right);
    ObjectNode metadata = under(PRODUCER);
    Answer first = store(calls, PRODUCER, metadata, "yksi");
    assertThat(first.status()).isEqualTo(201);
    calls.given(right.version(2).ended("2026-01-02T09:00:00Z"));
    assertThat(store(calls, PRODUCER, metadata, "yksi").body()).isEqualTo(first.body());
    assertThat(store(calls, PRODUCER, version(metadata, 1), "kaksi").code())
        .isEqualTo("REGISTER_RIGHT_ENDED");
    assertThat(store(calls, SOUTH, metadata, "yksi").status()).isEqualTo(403);
  }

  @Test
  void graceIsForNewDocumentsOnly() {
    Given.Fact right = Given.right(client.ref(), NORTH, PRODUCER);
    calls.given(right);
    ObjectNode metadata = under(PRODUCER);
    store(calls, PRODUCER, metadata, "yksi");
    calls.given(right.version(2).ended("2026-11-20T09:00:00Z"));
    assertThat(store(calls, PRODUCER, under(PRODUCER), "uusi").status()).isEqualTo(201);
    assertThat(store(calls, PRODUCER, version(metadata, 1), "kaksi").code())
        .isEqualTo("REGISTER_RIGHT_ENDED");
  }

  @Test
  void aProducerVersionsWhatItsChainStoredAndTheControllerEverything() {
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    ObjectNode theirs = under(PRODUCER);
    store(calls, PRODUCER, theirs, "yksi");
    assertThat(store(calls, PRODUCER, version(theirs, 1), "kaksi").status()).isEqualTo(201);
    Answer byController = store(version(own(), theirs, 2), "kolme");
    assertThat(byController.status()).as(byController.body().toString()).isEqualTo(201);

    Answer over = store(calls, PRODUCER, version(theirs, 3), "neljä");
    assertThat(over.code()).isEqualTo("PRODUCER_MISMATCH");
    ObjectNode ours = own();
    store(ours, "oma");
    assertThat(store(calls, PRODUCER, version(under(PRODUCER), ours, 1), "x").code())
        .isEqualTo("PRODUCER_MISMATCH");
  }

  @Test
  void aSubcontractorVersionsOnlyItsOwnAndItsProducerBoth() {
    calls.given(
        Given.right(client.ref(), NORTH, PRODUCER)
            .with(
                "subcontractors",
                List.of(
                    Map.of(
                        "organisation",
                        SOUTH,
                        "unit",
                        Oids.unit(SOUTH, 1),
                        "socialServices",
                        List.of(),
                        "start",
                        "2026-01-01"))));
    ObjectNode producers = under(PRODUCER);
    store(calls, PRODUCER, producers, "tuottajan");
    ObjectNode part = under(SOUTH);
    store(calls, SOUTH, part, "alihankkijan");
    assertThat(
            store(
                    calls,
                    SOUTH,
                    version(producers, 1).put("unit", part.path("unit").asString()),
                    "x")
                .code())
        .isEqualTo("PRODUCER_MISMATCH");
    assertThat(store(calls, SOUTH, version(part, 1), "kaksi").status()).isEqualTo(201);
    assertThat(
            store(
                    calls,
                    PRODUCER,
                    version(part, 2).put("unit", producers.path("unit").asString()),
                    "3")
                .status())
        .isEqualTo(201);
  }

  @Test
  void tasksChangeOnlyUnderRightsThatCoverBothOldAndNew() {
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    ObjectNode metadata = under(PRODUCER);
    store(calls, PRODUCER, metadata, "yksi");
    assertThat(store(calls, PRODUCER, tasks(version(metadata, 1), "DISABILITY"), "x").code())
        .isEqualTo("REGISTER_RIGHT_OTHER_TASK");
    Given.Fact other = Given.right(client.ref(), NORTH, PRODUCER).with("serviceTask", "DISABILITY");
    calls.given(other);
    assertThat(store(calls, PRODUCER, tasks(version(metadata, 1), "DISABILITY"), "2").status())
        .isEqualTo(201);
    calls.given(other.version(2).ended("2026-11-22T09:00:00Z"));
    assertThat(store(calls, PRODUCER, tasks(version(metadata, 2), "OLDER_PEOPLE"), "3").code())
        .isEqualTo("REGISTER_RIGHT_ENDED");
  }

  @Test
  void theRegisterNeverChangesAndAnotherRegistersDocumentIsAsIfThereWereNone() {
    ObjectNode first = own();
    store(first, "yksi");
    ObjectNode souths = Calls.metadata(client, SOUTH);
    Answer elsewhere = store(calls, SOUTH, version(souths, first, 1), "x");
    Answer nowhere = store(calls, SOUTH, version(souths, own(), 1), "x");
    assertThat(elsewhere.code()).isEqualTo("VERSION_CONFLICT");
    assertThat(nowhere.code()).isEqualTo(elsewhere.code());
    assertThat(nowhere.status()).isEqualTo(elsewhere.status());
    assertThat(store(version(first, 1), "kaksi").status()).isEqualTo(201);
  }

  @Test
  void anOldDocumentStaysOneAndIsNotOpenedByAMemberLeftOut() {
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    ObjectNode first = own().put("old", true);
    assertThat(store(first, "yksi").status()).isEqualTo(201);
    ObjectNode next = version(first, 1);
    next.remove("old");
    Answer refused = store(next, "kaksi");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.pointers()).containsExactly("/metadata/old");
    assertThat(store(version(first, 1), "kaksi").status()).isEqualTo(201);
    assertThat(calls.query(SOUTH, Calls.disclosure(client, SOUTH)).documents()).isEmpty();
  }

  @Test
  void aProhibitionOfTheDocumentHoldsOverItsVersions() {
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    ObjectNode first = own();
    store(first, "yksi");
    calls.given(
        Given.prohibition(
            client.ref(), "DOCUMENT", "document", first.path("documentOid").asString()));
    store(version(first, 1), "kaksi");
    Answer answer = calls.query(SOUTH, Calls.disclosure(client, SOUTH));
    assertThat(answer.documents()).isEmpty();
    assertThat(answer.outcome()).isEqualTo("PARTIAL");
  }

  @Test
  void pagesStandStillWhileVersionsAreStored() {
    List<ObjectNode> documents =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> own().put("recordedAt", "2026-01-0" + i + "T09:00:00Z"))
            .toList();
    documents.forEach(metadata -> store(metadata, "yksi"));
    List<String> seen = new ArrayList<>();
    String cursor = null;
    int version = 1;
    do {
      ObjectNode query = Calls.own(client, NORTH).put("limit", 2);
      Answer page = calls.query(NORTH, cursor == null ? query : query.put("cursor", cursor));
      seen.addAll(page.documents());
      cursor = page.body().has("next") ? page.text("next") : null;
      for (ObjectNode metadata : documents) {
        assertThat(
                store(
                        version(metadata, version)
                            .put("recordedAt", "2026-10-0" + version + "T09:00:00Z"),
                        "versio " + version)
                    .status())
            .isEqualTo(201);
      }
      version++;
    } while (cursor != null);
    assertThat(seen)
        .containsExactlyElementsOf(
            documents.reversed().stream().map(d -> d.path("documentOid").asString()).toList());
  }
}
