package fi.lupa.acceptance.load;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Caller;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Rights;
import java.time.Duration;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * What happens to one client: a document, a right, a prohibition, and a query after each. Once a
 * change has been acknowledged as in force, the very next query must obey it.
 */
final class Life {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TASK = "FAMILIES";

  private final Person person = Person.next();
  private final Document document = Document.xhtml("1506.15007", TASK, person);
  private final Patient patient;
  private final Ledger ledger;
  private String right = "";
  private String prohibition = "";

  Life(Patient patient, Ledger ledger) {
    this.patient = patient;
    this.ledger = ledger;
  }

  void live() {
    patient.signIn(person);
    patient.send(document.intoOwn(NORTH, person), 201);
    right = change(NORTH, Rights.grant(person, TASK)).text("/id");
    Reply read = patient.send(Records.underRight(person), 200);
    ledger.access(person, read);
    assertThat(Records.documents(read)).as("right in force").containsExactly(document.oid());
    change(NORTH, Declarations.inform(person));
    change(person, Declarations.permitSocialCare(person));
    prohibition = change(person, Declarations.prohibitTask(person, TASK)).text("/id");
    Reply disclosed = patient.send(Records.disclosure(SOUTH, person), 200);
    ledger.access(person, disclosed);
    assertThat(Records.documents(disclosed)).as("prohibition in force").isEmpty();
  }

  /** Sends a change and waits until it is in force. */
  private Reply change(Caller caller, Call call) {
    Reply reply = patient.send(call, 201, 202);
    if (!reply.holds("/effective")) {
      Call effect = Call.get(caller, reply.text("/effectUrl"));
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> patient.send(effect, 200).holds("/effective"));
    }
    return reply;
  }

  /** Fails unless all that was acknowledged is still there, and in the log once. */
  void requireKept() {
    Reply found = Http.expect(200, Rights.read(right));
    assertThat(found.text("/state")).isEqualTo("IN_FORCE");
    assertThat(found.text("/version")).isEqualTo("1");
    assertThat(Http.expect(200, Rights.search(person)).list("/items")).hasSize(1);
    Reply prohibitions = Http.expect(200, Declarations.prohibitions(person));
    assertThat(prohibitions.list("/items")).hasSize(1);
    assertThat(prohibitions.text("/items/0/id")).isEqualTo(prohibition);
    assertThat(prohibitions.text("/items/0/state")).isEqualTo("SET");
    MyLog log = MyLog.of(person);
    assertThat(log.of("DOCUMENT_STORED")).hasSize(1);
    assertThat(log.of("RIGHT")).hasSize(1);
    assertThat(log.of("DECLARATION")).hasSize(3);
    assertThat(log.entries())
        .extracting((JsonNode entry) -> entry.path("id").asString())
        .doesNotHaveDuplicates();
  }

  /** Fails unless queries still find the document and obey the prohibition. */
  void requireDecidedAlike() {
    Reply read = Http.expect(200, Records.underRight(person));
    assertThat(Records.contents(read)).containsEntry(document.oid(), document.content()).hasSize(1);
    Reply disclosed = Http.expect(200, Records.disclosure(SOUTH, person));
    assertThat(Records.documents(disclosed)).isEmpty();
    assertThat(disclosed.holds("/someDataNotAvailable")).isTrue();
  }
}
