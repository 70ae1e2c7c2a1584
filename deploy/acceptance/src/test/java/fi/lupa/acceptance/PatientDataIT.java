package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.HOSPITAL;
import static fi.lupa.acceptance.api.Organisation.NORTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Patient data go from the hospital to a county as the client has chosen, and the log says so. */
@Order(14)
class PatientDataIT {
  private final Person client = Person.next();

  @Test
  void aCountyGetsTheGroupThatTheClientHasChosen() {
    World.prepare();
    Document summary = stored("9000.1", "SUMMARY");
    stored("9000.2", "ENTRIES");
    Http.expect(201, Declarations.inform(client));
    Http.refuse(403, "NO_CROSS_PERMIT", Records.patientData(NORTH, client));

    Http.expect(201, Declarations.permitPatientData(client, "SUMMARY"));

    assertThat(Records.documents(Http.expect(200, Records.patientData(NORTH, client))))
        .containsExactly(summary.oid());
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(MyLog.of(client).accesses()).hasSize(2));
    assertThat(MyLog.of(client).accesses().getFirst().toString())
        .contains("Patient summary", "703/2023");
  }

  private Document stored(String type, String group) {
    Document document = Document.xhtml(type, "", client);
    Map<String, Object> metadata = document.metadata(HOSPITAL, HOSPITAL, "OWN_REGISTER", client);
    metadata.remove("serviceTasks");
    metadata.put("patientDataGroup", group);
    Http.expect(201, document.upload(metadata).as(HOSPITAL));
    return document;
  }
}
