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
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.load.Ledger;
import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Two disclosure-services side by side on one database. */
@Order(80)
@Isolated("it kills what the others use")
class TwoInstancesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<Part> BOTH = List.of(Part.DISCLOSURE, Part.DISCLOSURE_2);
  private static final Lupa LUPA = Lupa.shared();

  @BeforeAll
  static void startTheSecond() {
    World.prepare();
    LUPA.start(Part.DISCLOSURE_2);
  }

  @AfterAll
  static void stopTheSecond() {
    LUPA.ensure(Part.DISCLOSURE);
    LUPA.stop(Part.DISCLOSURE_2);
  }

  @Test
  @Order(1)
  void bothServeTheSameDataAndObeyAChangeAtOnce() {
    var ledger = new Ledger();
    for (int round = 0; round < 20; round++) {
      Person person = Person.next();
      Document document = Document.xhtml("1506.7009", "FAMILIES", person);
      Part storing = BOTH.get(round % 2);
      assertThat(Http.send(storing, document.intoOwn(NORTH, person)).status()).isEqualTo(201);
      Http.expect(201, Declarations.inform(person));
      Http.expect(201, Declarations.permitSocialCare(person));
      for (Part part : BOTH) {
        assertThat(Records.documents(ask(ledger, part, person))).containsExactly(document.oid());
      }
      Reply prohibition = Http.expect(201, Declarations.prohibitTask(person, "FAMILIES"));
      assertThat(prohibition.holds("/effective")).isTrue();
      for (Part part : BOTH.reversed()) {
        assertThat(Records.documents(ask(ledger, part, person))).as("%s", part).isEmpty();
      }
    }
    awaitLog(ledger);
    ledger.requireNothingElseInLog();
  }

  @Test
  @Order(2)
  void theSecondCarriesOnWhenTheFirstIsKilled() {
    var ledger = new Ledger();
    Person person = Person.next();
    Document document = Document.xhtml("1506.7009", "FAMILIES", person);
    Http.expect(201, document.intoOwn(NORTH, person));
    Http.expect(201, Declarations.inform(person));
    Http.expect(201, Declarations.permitSocialCare(person));
    BOTH.forEach(part -> ask(ledger, part, person));

    LUPA.kill(Part.DISCLOSURE);
    for (int i = 0; i < 10; i++) {
      assertThat(Records.documents(ask(ledger, Part.DISCLOSURE_2, person))).hasSize(1);
    }
    Reply right = Http.send(Rights.grant(person, "FAMILIES"));
    assertThat(right.status()).as("pushed to the one that is gone").isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          Reply underRight = Http.send(Part.DISCLOSURE_2, Records.underRight(person));
          ledger.access(person, underRight);
          assertThat(underRight.status()).isEqualTo(200);
        });
    awaitLog(ledger);
    ledger.requireNothingElseInLog();

    LUPA.start(Part.DISCLOSURE);
    BOTH.forEach(part -> ask(ledger, part, person));
    awaitLog(ledger);
    ledger.requireNothingElseInLog();
  }

  private static Reply ask(Ledger ledger, Part part, Person person) {
    Call query = Records.disclosure(SOUTH, person);
    Reply reply = Http.send(part, query);
    assertThat(reply.status()).as("%s of %s: %s", query, part, reply.body()).isEqualTo(200);
    ledger.access(person, reply);
    return reply;
  }

  private static void awaitLog(Ledger ledger) {
    Instant now = Instant.now();
    Person anybody = ledger.people().iterator().next();
    await().atMost(PATIENCE).until(() -> MyLog.reach(anybody).isAfter(now));
    ledger.requireAllInLogOnce();
  }
}
