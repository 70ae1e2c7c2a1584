package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Schema;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A document of a common matter: what one of its clients decides doesn't touch the other. */
@Order(13)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommonMatterIT {
  private static final Duration VISIBLE = Duration.ofSeconds(5);

  private final Person prohibits = Person.next();
  private final Person permits = Person.next();
  private final Document plan =
      Document.json(Schema.of("1506.15003", "1506.15003"), "OLDER_PEOPLE", prohibits);

  @BeforeAll
  void organisations() {
    World.prepare();
  }

  @Test
  @Order(1)
  void theCountyStoresItOnceForBothAndFindsItForEach() {
    Map<String, Object> metadata = plan.metadata(NORTH, NORTH, "OWN_REGISTER", prohibits);
    metadata.remove("client");
    metadata.put("clients", List.of(since(prohibits), since(permits)));
    Reply stored = Http.expect(201, plan.upload(metadata).as(NORTH));
    assertThat(stored.list("/storeIds")).hasSize(2);
    for (Person client : List.of(prohibits, permits)) {
      Reply found = Http.expect(200, Records.ownRegister(NORTH, client));
      assertThat(Records.contents(found)).isEqualTo(Map.of(plan.oid(), plan.content()));
      assertThat(found.text("/decision/outcome")).isEqualTo("PERMITTED");
    }
  }

  private static Map<String, Object> since(Person client) {
    return Map.of("client", client.client(), "joined", "2020-01-01");
  }

  @Test
  @Order(2)
  void oneProhibitsItAndTheOtherDoesnt() {
    for (Person client : List.of(prohibits, permits)) {
      Http.expect(201, Declarations.inform(client));
      Http.expect(201, Declarations.permitSocialCare(client));
    }
    assertThat(Http.expect(200, Call.get(prohibits, "/v1/my/documents")).list("/items"))
        .as("others are in it, so the citizen can prohibit it at a provider only")
        .isEmpty();
    Http.expect(201, Declarations.recordProhibition(prohibits, plan));

    Reply withheld = Http.expect(200, Records.disclosure(SOUTH, prohibits));
    assertThat(withheld.text("/decision/outcome")).isEqualTo("PARTIAL");
    assertThat(Records.documents(withheld)).isEmpty();
    Reply given = Http.expect(200, Records.disclosure(SOUTH, permits));
    assertThat(given.text("/decision/outcome")).isEqualTo("PERMITTED");
    assertThat(Records.documents(given)).containsExactly(plan.oid());
    assertThat(given.holds("/someDataNotAvailable")).isFalse();
  }

  @Test
  @Order(3)
  void eachReadsTheOwnLogAndNothingOfTheOther() {
    await()
        .atMost(VISIBLE)
        .untilAsserted(() -> {
          assertThat(accesses(prohibits)).containsExactly("PARTIAL 0", "PERMITTED 1");
          assertThat(accesses(permits)).containsExactly("PERMITTED 1", "PERMITTED 1");
        });
    assertThat(MyLog.of(prohibits).of("DOCUMENT_STORED")).hasSize(1);
    assertThat(MyLog.of(permits).of("DOCUMENT_STORED")).hasSize(1);
    assertThat(MyLog.of(prohibits).of("DECLARATION")).hasSize(3);
    assertThat(MyLog.of(permits).of("DECLARATION")).hasSize(2);
  }

  private static List<String> accesses(Person client) {
    return MyLog.of(client).accesses().stream().map(CommonMatterIT::told).toList();
  }

  private static String told(JsonNode access) {
    int documents =
        access.path("documents").valueStream().mapToInt(d -> d.path("count").asInt()).sum();
    return access.path("outcome").asString() + " " + documents;
  }
}
