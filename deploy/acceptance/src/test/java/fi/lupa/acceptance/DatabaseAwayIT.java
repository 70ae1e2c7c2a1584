package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Organisation;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** PostgreSQL stopped: everything says so, nothing is half-written, all recovers by itself. */
@Order(70)
@Isolated("it stops what the others use")
class DatabaseAwayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Lupa lupa = Lupa.shared();

  @AfterEach
  void databaseIsBack() {
    lupa.ensure(Part.POSTGRES);
  }

  @Test
  void everyServiceSaysThatItIsAwayAndRecovers() {
    World.prepare();
    Person person = Person.next();
    Document document = Document.xhtml("1506.7009", "FAMILIES", person);
    Call store = document.intoOwn(NORTH, person);
    Call grant = Rights.grant(person, "FAMILIES");
    Call inform = Declarations.inform(person);
    List<Call> writes = List.of(store, grant, inform);
    List<Call> reads =
        List.of(
            Call.get(NORTH, "/v1/organisations"),
            Rights.search(person),
            Records.ownRegister(NORTH, person),
            Declarations.prohibitions(person),
            Call.get(person, "/v1/my/log"),
            Call.of("PUT", "/v1/organisations/" + Organisation.SOUTH.oid())
                .as(OPERATOR)
                .ifMatch("\"1\"")
                .json(change(Organisation.SOUTH)));

    lupa.stop(Part.POSTGRES);
    reads.forEach(DatabaseAwayIT::away);
    writes.forEach(DatabaseAwayIT::away);
    lupa.start(Part.POSTGRES);

    for (Call write : writes) {
      Reply done = await().atMost(PATIENCE).until(() -> Http.send(write), r -> r.status() != 503);
      assertThat(done.status()).as(done.body()).isEqualTo(201);
      Reply again = Http.expect(201, write);
      assertThat(again.text("/id")).as("a retry changes nothing").isEqualTo(done.text("/id"));
    }
    assertThat(Http.expect(200, Rights.search(person)).list("/items")).hasSize(1);
    Reply own = Http.expect(200, Records.ownRegister(NORTH, person));
    assertThat(Records.contents(own))
        .containsExactly(Map.entry(document.oid(), document.content()));
    Instant now = Instant.now();
    await().atMost(PATIENCE).until(() -> MyLog.reach(person).isAfter(now));
    MyLog log = MyLog.of(person);
    assertThat(log.accesses()).as("unanswered queries are no accesses").hasSize(1);
    assertThat(log.of("DOCUMENT_STORED")).hasSize(1);
    assertThat(log.of("RIGHT")).hasSize(1);
    assertThat(log.of("DECLARATION")).hasSize(1);
  }

  private static void away(Call call) {
    Reply reply = Http.refuse(503, "BACKEND_UNAVAILABLE", call);
    assertThat(reply.header("Retry-After")).as("Retry-After of %s", call).matches("[1-9][0-9]*");
  }

  private static Map<String, Object> change(Organisation organisation) {
    var body = new java.util.HashMap<>(organisation.registration());
    body.remove("oid");
    return body;
  }
}
