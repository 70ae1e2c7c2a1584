package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Matters;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * A client's relationship and matter from opening to destruction, through the gateway; each step
 * builds on the one before.
 */
@Order(13)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MattersIT {
  private static final LocalDate CLOSED = LocalDate.parse("2026-11-01");

  private final Person client = Person.next();
  private final String matter = Matters.newMatter();
  private final Document relationship = Matters.relationship(client);
  private final Document open = Matters.open(client, matter);
  private final Document inMatter = Document.xhtml("1506.7009", "OLDER_PEOPLE", client);
  private final Document message = Document.xhtml("1506.19005", "OLDER_PEOPLE", client);

  @Test
  @Order(1)
  void aSummaryTellsWhatTheDocumentsTell() {
    World.prepare();
    Http.expect(201, relationship.intoOwn(NORTH, client));
    Http.expect(201, open.intoOwn(NORTH, client));
    Map<String, Object> metadata = inMatter.metadata(NORTH, NORTH, "OWN_REGISTER", client);
    metadata.put("matters", List.of(matter));
    Http.expect(201, inMatter.upload(metadata).as(NORTH));
    Map<String, Object> old = message.metadata(NORTH, NORTH, "OWN_REGISTER", client);
    old.put("retentionClass", "MESSAGE");
    old.put("recordedAt", "2019-05-05T09:00:00Z");
    Http.expect(201, message.upload(old).as(NORTH));

    Reply summary = Http.expect(200, Matters.summary(NORTH, client));

    assertThat(summary.text("/relationships/0/ownWorkers/0/name")).isEqualTo("Aino Aho");
    assertThat(summary.text("/relationships/0/tasks/0/serviceTask")).isEqualTo("OLDER_PEOPLE");
    assertThat(summary.text("/relationships/0/tasks/0/producers/0/unit/name"))
        .isEqualTo("Hoivakoto");
    assertThat(summary.text("/matters/0/matter")).isEqualTo(matter);
    assertThat(summary.json().at("/matters/0").has("closed")).isFalse();
    assertThat(summary.body()).doesNotContain(client.identityCode(), "puhelinnumero");
    assertThat(Http.expect(200, Matters.summary(SOUTH, client)).list("/matters")).isEmpty();
  }

  @Test
  @Order(2)
  void aMatterThatIsOpenHasNoEndAndOneThatIsClosedHas() {
    assertThat(why(inMatter)).isEqualTo("MATTER_OPEN");
    assertThat(why(relationship)).isEqualTo("DEATH_NOT_TOLD");

    Http.expect(201, Matters.closed(open, client, matter, CLOSED).versionByCounty(client, 1));

    assertThat(Http.expect(200, Matters.summary(NORTH, client)).text("/matters/0/closed"))
        .isEqualTo(CLOSED.toString());
    LocalDate last = CLOSED.plusYears(10);
    assertThat(item(inMatter).path("lastDay").asString()).isEqualTo(last.toString());
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() ->
            assertThat(Http.expect(200, Matters.retention(NORTH, last)).list("/items"))
                .extracting(one -> one.path("documentOid").asString())
                .contains(inMatter.oid(), open.oid()));
    assertThat(Http.expect(200, Matters.retention(SOUTH, inMatter)).list("/items")).isEmpty();
  }

  @Test
  @Order(3)
  void whatNeedsNoLongerBeKeptIsDestroyedForGood() {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> item(message).path("destroyedAt").isString());
    assertThat(Records.documents(Http.expect(200, Records.ownRegister(NORTH, client))))
        .containsExactlyInAnyOrder(relationship.oid(), open.oid(), inMatter.oid());
    Http.refuse(409, "DOCUMENT_DESTROYED", message.intoOwn(NORTH, client));
  }

  @Test
  @Order(4)
  void theClientsLogTellsBoth() {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(MyLog.of(client).of("DOCUMENT_DESTROYED")).hasSize(1));
    MyLog log = MyLog.of(client);
    assertThat(log.of("DOCUMENT_DESTROYED").getFirst().path("sentence").asString())
        .contains("was destroyed, because the time that it had to be kept ended on 5 May 2022");
    assertThat(log.accesses())
        .extracting(one -> one.path("sentence").asString())
        .anyMatch(said -> said.contains("read a summary of your client relationships"));
  }

  @Test
  @Order(5)
  void aClientRelationshipIsClaimedOnlyByWhoHasOne() {
    Http.refuse(403, "NO_CLIENT_RELATIONSHIP", Records.claimed(SOUTH, client));
    Person other = Person.next();
    Http.refuse(403, "NO_CLIENT_RELATIONSHIP", Records.claimed(NORTH, other));

    Http.expect(201, Matters.open(other, Matters.newMatter()).intoOwn(NORTH, other));

    Http.expect(200, Records.claimed(NORTH, other));
  }

  private static String why(Document document) {
    return item(document).path("why").asString();
  }

  private static JsonNode item(Document document) {
    return Http.expect(200, Matters.retention(NORTH, document)).json().at("/items/0");
  }
}
