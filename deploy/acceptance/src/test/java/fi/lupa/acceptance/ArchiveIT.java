package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.Secrets;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A document's life in the archive, through the gateway; each step builds on the one before. */
@Order(12)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveIT {
  private final Person client = Person.next();
  private final Document first = Document.xhtml("1506.7009", "OLDER_PEOPLE", client);
  private final Document second = first.next();
  private final Document ours = Document.xhtml("1506.7009", "OLDER_PEOPLE", client);

  @Test
  @Order(1)
  void theCountyFindsAtOnceWhatItsProducerStored() {
    World.prepare();
    Http.expect(201, Rights.grant(client, "OLDER_PEOPLE"));
    Http.expect(201, first.underRight(client));
    JsonNode found = found();
    assertThat(found.path("producer").asString()).isEqualTo(PRODUCER.oid());
    assertThat(found.path("producerUnit").asString()).isEqualTo(PRODUCER.unit());
    assertThat(found.path("processingGround").asString()).isEqualTo("REGISTER_USAGE_RIGHT");
    assertThat(found.path("controllerKind").asString()).isEqualTo("PUBLIC");
  }

  @Test
  @Order(2)
  void aNewVersionReplacesTheOneItNames() {
    Call upload = second.versionUnderRight(client, 1);
    Reply stored = Http.expect(201, upload);
    assertThat(stored.header("ETag")).isEqualTo("\"2\"");
    Call repeated = upload.key("another-key-" + System.nanoTime());
    assertThat(Http.expect(201, repeated).json()).isEqualTo(stored.json());
    Http.refuse(409, "VERSION_CONFLICT", first.versionUnderRight(client, 1));
    Http.refuse(409, "DOCUMENT_EXISTS", second.underRight(client));
    assertThat(found().path("version").asInt()).isEqualTo(2);
    assertThat(found().at("/content/text").asString()).isEqualTo(second.content());
  }

  @Test
  @Order(3)
  void theProducerMayNotTouchWhatTheCountyStored() {
    Http.expect(201, ours.intoOwn(NORTH, client));
    Http.refuse(403, "PRODUCER_MISMATCH", ours.next().versionUnderRight(client, 1));
    Http.refuse(403, "PRODUCER_MISMATCH", ours.voiding(PRODUCER, client));
    Http.expect(201, ours.next().versionByCounty(client, 1));
  }

  @Test
  @Order(4)
  void voidingBringsTheVersionBeforeBackAndThenNone() {
    Reply voided = Http.expect(200, second.voiding(PRODUCER, client, 2));
    assertThat(voided.json().path("currentVersion").asInt()).isEqualTo(1);
    assertThat(found().at("/content/text").asString()).isEqualTo(first.content());
    Call whole = first.voiding(NORTH, client);
    Reply all = Http.expect(200, whole);
    assertThat(all.json().has("currentVersion")).isFalse();
    assertThat(Http.expect(200, whole).json()).as("retried").isEqualTo(all.json());
    Http.refuse(409, "DOCUMENT_VOIDED", first.voiding(NORTH, client));
    Http.refuse(409, "DOCUMENT_VOIDED", second.versionUnderRight(client, 2));
    assertThat(Records.documents(Http.expect(200, Records.ownRegister(NORTH, client))))
        .containsExactly(ours.oid());
  }

  @Test
  @Order(5)
  void theClientReadsAllOfItInThreeLanguages() {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(MyLog.of(client).of("DOCUMENT_VOIDED")).hasSize(3));
    MyLog log = MyLog.of(client);
    assertThat(log.of("DOCUMENT_VOIDED"))
        .extracting(entry -> entry.path("outcome").asString())
        .containsExactly("PERMITTED", "PERMITTED", "DENIED");
    assertThat(sentences(log, "DOCUMENT_VOIDED").getFirst())
        .contains("declared a document about you void", "What the document said was wrong");
    assertThat(sentences(log, "DOCUMENT_VOIDED").get(1))
        .contains("declared one version of a document", "Service producer: ");
    assertThat(sentences(log, "DOCUMENT_STORED"))
        .hasSize(5)
        .filteredOn(sentence -> sentence.contains("stored a new version of a document about you"))
        .hasSize(2);
    for (String language : List.of("fi", "sv", "en")) {
      Reply page = Http.expect(200, Call.get(client, "/v1/my/log?limit=200").language(language));
      assertThat(page.body())
          .doesNotContain(Secrets.PROFESSIONAL, Secrets.AUTHOR, client.identityCode())
          .doesNotContain("1.2.246.10.");
    }
  }

  private static List<String> sentences(MyLog log, String kind) {
    return log.of(kind).stream().map(entry -> entry.path("sentence").asString()).toList();
  }

  /** The producer's document as the county sees it. */
  private JsonNode found() {
    return Http.expect(200, Records.ownRegister(NORTH, client)).list("/documents").stream()
        .filter(document -> document.path("documentOid").asString().equals(first.oid()))
        .findFirst()
        .orElseThrow();
  }
}
