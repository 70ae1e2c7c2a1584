package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Topic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A health provider's patient data: stored by it, and disclosed to social care. */
class PatientDataIT extends DisclosureIT {
  private final Client client = Client.person();

  @Test
  void theCountyGetsWhatTheClientHasChosen() {
    String summary = calls.stored(HOSPITAL, patientData("SUMMARY"));
    String entry = calls.stored(HOSPITAL, patientData("ENTRIES"));
    String plan = calls.stored(SOUTH, Calls.metadata(client, SOUTH));
    permitted("SUMMARY");

    Answer answer = calls.query(NORTH, fromHealth(NORTH));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.documents()).containsExactly(summary);
    assertThat(answer.body().at("/documents/0/patientDataGroup").asString()).isEqualTo("SUMMARY");
    assertThat(answer.body().at("/documents/0/serviceTasks")).isEmpty();
    assertThat(answer.outcome()).isEqualTo("PARTIAL");
    assertThat(withheld(answer)).containsExactly(entry + " PERMIT_OTHER_DATA_GROUP");
    assertThat(answer.body().toString()).doesNotContain(plan);
  }

  @Test
  void theLogTellsWhichSectorWasAskedAndWhatWasGiven() {
    calls.stored(HOSPITAL, patientData("STATEMENTS"));
    permitted("STATEMENTS");

    calls.query(NORTH, fromHealth(NORTH));

    List<Topic.Told> told = Topic.of("disclosure.events").await(client.ref().toString(), 2);
    assertThat(told).allSatisfy(one -> assertThat(one.violations()).isEmpty());
    Topic.Told query =
        told.stream()
            .filter(one -> one.type().equals("fi.lupa.disclosure.records-queried.v1"))
            .findFirst()
            .orElseThrow();
    assertThat(query.data().path("source").asString()).isEqualTo("HEALTH");
    assertThat(query.data().at("/documents/0/documentType").asString()).isEqualTo("9000.3");
    assertThat(query.data().at("/documents/0/serviceTasks")).isEmpty();
  }

  /** Nobody gets patient data by asking for social care's documents. */
  @Test
  void patientDataAreNeverAmongSocialCaresDocuments() {
    calls.stored(HOSPITAL, patientData("SUMMARY"));
    calls.given(
        Given.informed(client.ref()),
        Given.permit(client.ref(), "SOCIAL_CARE"),
        Given.permit(
            client.ref(),
            "SOCIAL_TO_HEALTH",
            Map.of(
                "recipient",
                Map.of("type", "PUBLIC_HEALTH_CARE"),
                "serviceTasks",
                List.of("OLDER_PEOPLE"))));
    Oid clinic = Oids.organisation();
    calls.given(Given.organisation(clinic, "HEALTH", "PUBLIC"));

    for (Oid asking : List.of(NORTH, clinic)) {
      Answer answer = calls.query(asking, Calls.disclosure(client, asking));
      assertThat(answer.documents()).isEmpty();
      assertThat(answer.outcome()).isEqualTo("PERMITTED");
    }
    assertThat(calls.query(clinic, fromHealth(clinic)).code()).isEqualTo("WRONG_SECTOR");
  }

  @Test
  void theHospitalReadsItsOwnAndVoidsIt() {
    String summary = calls.stored(HOSPITAL, patientData("SUMMARY"));
    assertThat(calls.query(HOSPITAL, Calls.own(client, HOSPITAL)).documents())
        .containsExactly(summary);
    assertThat(
            calls
                .voided(HOSPITAL, summary, Calls.voiding(client, HOSPITAL), Calls.newKey())
                .status())
        .isEqualTo(200);
    assertThat(calls.query(HOSPITAL, Calls.own(client, HOSPITAL)).documents()).isEmpty();
  }

  @Test
  void withoutPermitNothingAndOnlyFromHealthCare() {
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    assertThat(calls.query(NORTH, fromHealth(NORTH)).code()).isEqualTo("NO_CROSS_PERMIT");
    ObjectNode own = Calls.own(client, NORTH).put("source", "HEALTH");
    assertThat(calls.query(NORTH, own).pointers()).containsExactly("/source");
  }

  @Test
  void eachSectorStoresItsOwn() {
    assertThat(calls.store(HOSPITAL, Calls.metadata(client, HOSPITAL)).code())
        .isEqualTo("WRONG_SECTOR");
    ObjectNode county = patientData("SUMMARY");
    county.put("controller", NORTH.value()).put("unit", Oids.unit(NORTH, 1).value());
    assertThat(calls.store(NORTH, county).code()).isEqualTo("WRONG_SECTOR");
  }

  @Test
  void whatBelongsToSocialCareOnlyIsAMistakeInPatientData() {
    ObjectNode type = patientData("SUMMARY").put("documentType", "1506.15003");
    assertThat(calls.store(HOSPITAL, type).pointers()).containsExactly("/metadata/documentType");
    ObjectNode other = patientData("SUMMARY").put("documentType", "9000.2");
    assertThat(calls.store(HOSPITAL, other).pointers()).containsExactly("/metadata/documentType");
    ObjectNode tasks = patientData("SUMMARY");
    tasks.putArray("serviceTasks").add("OLDER_PEOPLE");
    assertThat(calls.store(HOSPITAL, tasks).pointers()).containsExactly("/metadata/serviceTasks");
    ObjectNode kept = patientData("SUMMARY").put("retentionClass", "MESSAGE");
    assertThat(calls.store(HOSPITAL, kept).pointers()).containsExactly("/metadata/retentionClass");
    ObjectNode none = Calls.metadata(client, NORTH);
    none.remove("serviceTasks");
    assertThat(calls.store(NORTH, none).status()).isEqualTo(400);
    ObjectNode social = Calls.metadata(client, NORTH).put("documentType", "9000.1");
    assertThat(calls.store(NORTH, social).pointers()).containsExactly("/metadata/documentType");
    ObjectNode right = patientData("SUMMARY").put("basis", "REGISTER_USAGE_RIGHT");
    assertThat(calls.store(HOSPITAL, right).status()).isEqualTo(400);
  }

  private void permitted(String group) {
    calls.given(
        Given.informed(client.ref()),
        Given.permit(
            client.ref(),
            "HEALTH_TO_SOCIAL",
            Map.of(
                "recipient",
                Map.of("type", "PUBLIC_SOCIAL_CARE"),
                "serviceTasks",
                List.of(),
                "dataGroups",
                List.of(group))));
  }

  private ObjectNode fromHealth(Oid asking) {
    return Calls.disclosure(client, asking).put("source", "HEALTH");
  }

  private ObjectNode patientData(String group) {
    int type = 1 + List.of("SUMMARY", "ENTRIES", "STATEMENTS").indexOf(group);
    ObjectNode metadata =
        Calls.metadata(client, HOSPITAL)
            .put("documentType", "9000." + type)
            .put("patientDataGroup", group);
    metadata.remove("serviceTasks");
    return metadata;
  }

  private static List<String> withheld(Answer answer) {
    return sql()
        .column(
            "select d->>'documentOid' || ' ' || (d->>'code') from access_record,"
                + " json_array_elements(explanation->'withheld') d where id = '"
                + answer.queryId()
                + "'");
  }
}
