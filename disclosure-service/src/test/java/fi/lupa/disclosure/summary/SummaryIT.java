package fi.lupa.disclosure.summary;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.matter.MatterDocuments;
import fi.lupa.disclosure.matter.Storing;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SummaryIT extends DisclosureIT {
  private final Client client = Client.person();

  @Test
  void relationshipsAndMattersComeAsOneAnswer() {
    store(NORTH, "1505.1", MatterDocuments.relationship());
    store(NORTH, "1505.2", MatterDocuments.matter());
    calls.stored(NORTH, Calls.metadata(client, NORTH));

    Answer answer = summary(NORTH, Calls.own(client, NORTH));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    JsonNode relationship = answer.body().at("/relationships/0");
    assertThat(relationship.path("controller").asString()).isEqualTo(NORTH.value());
    assertThat(relationship.path("started").asString()).isEqualTo("2024-02-03");
    assertThat(relationship.path("nonDisclosure").asBoolean()).isTrue();
    assertThat(relationship.at("/ownWorkers/0/name").asString()).isEqualTo("Aino Aho");
    assertThat(relationship.at("/units/0/unit").asString()).isEqualTo("1.2.246.10.91000005.10.1");
    assertThat(relationship.path("tasks")).hasSize(2);
    assertThat(relationship.at("/tasks/0/serviceTask").asString()).isEqualTo("OLDER_PEOPLE");
    assertThat(relationship.at("/tasks/0/producers/0/subcontractors/0/unit/name").asString())
        .isEqualTo("Apuri");
    JsonNode matter = answer.body().at("/matters/0");
    assertThat(matter.path("matter").asString()).isEqualTo("1.2.246.10.91000005.40.2024.17");
    assertThat(matter.at("/status/display").asString()).isEqualTo("Päättynyt");
    assertThat(matter.path("closed").asString()).isEqualTo("2024-11-30");
    assertThat(answer.body().toString())
        .doesNotContain("Salatie", "040 000", "example.org", "Meikäläinen", "010101");
  }

  @Test
  void itIsAnAccessOnRecordAndInTheLog() {
    String relationship = store(NORTH, "1505.1", MatterDocuments.relationship());

    Answer answer = summary(NORTH, Calls.own(client, NORTH));

    JsonNode explanation = calls.explanation(NORTH, answer.queryId()).body();
    assertThat(explanation.path("act").asString()).isEqualTo("SUMMARY");
    assertThat(explanation.at("/given/0/documentOid").asString()).isEqualTo(relationship);
    Topic.Told told =
        Topic.of("disclosure.events").await(client.ref().toString(), 2).stream()
            .filter(one -> one.type().equals("fi.lupa.disclosure.records-queried.v1"))
            .findFirst()
            .orElseThrow();
    assertThat(told.violations()).isEmpty();
    assertThat(told.data().path("summary").asBoolean()).isTrue();
    assertThat(told.data().at("/documents/0/documentType").asString()).isEqualTo("1505.1");
  }

  @Test
  void aDenialIsOnRecordToo() {
    ObjectNode query = Calls.own(client, NORTH);
    query.remove("relationship");

    Answer answer = summary(NORTH, query);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("NO_CLIENT_RELATIONSHIP");
    assertThat(calls.explanation(NORTH, answer.queryId()).body().path("act").asString())
        .isEqualTo("SUMMARY");
  }

  @Test
  void aProducersOfficeSeesTheTasksOfItsRightOnly() {
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    store(NORTH, "1505.1", MatterDocuments.relationship());
    ObjectNode others = MatterDocuments.matter();
    MatterDocuments.at(others, "/asia_asiakirja/asian_tiedot/palvelutehtava")
        .put("display", "Lapsiperheiden palvelut");
    store(NORTH, "1505.2", others);
    store(NORTH, "1505.2", MatterDocuments.matter());

    Answer answer =
        summary(PRODUCER, Calls.as(Calls.use(client, PRODUCER, NORTH), "ADMINISTRATION"));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().at("/relationships/0/tasks")).hasSize(1);
    assertThat(answer.body().path("matters")).hasSize(1);
    assertThat(answer.body().at("/matters/0/serviceTask").asString()).isEqualTo("OLDER_PEOPLE");
  }

  @Test
  void whatTheClientProhibitsIsLeftOut() {
    calls.given(
        Given.informed(client.ref()),
        Given.permit(client.ref(), "SOCIAL_CARE"),
        Given.prohibition(client.ref(), "CONTROLLER", "controller", SOUTH));
    store(NORTH, "1505.1", MatterDocuments.relationship());
    store(SOUTH, "1505.1", MatterDocuments.relationship());

    Answer answer =
        summary(PRODUCER, Calls.as(Calls.disclosure(client, PRODUCER), "ADMINISTRATION"));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().path("relationships")).hasSize(1);
    assertThat(answer.body().at("/relationships/0/controller").asString()).isEqualTo(NORTH.value());
    assertThat(answer.body().path("someDataNotAvailable").asBoolean()).isTrue();
  }

  /** Decree 457/2024 16 § gives a private producer's professional no client relationship data. */
  @Test
  void aRoleThatMayNotReadTheDocumentsGetsNoSummaryOfThem() {
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    store(NORTH, "1505.1", MatterDocuments.relationship());
    store(NORTH, "1505.2", MatterDocuments.matter());

    Answer answer = summary(PRODUCER, Calls.use(client, PRODUCER, NORTH));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().path("relationships")).isEmpty();
    assertThat(answer.body().path("matters")).isEmpty();
    assertThat(answer.body().path("someDataNotAvailable").asBoolean()).isTrue();
  }

  /** Else one would know in which task there is something that the role doesn't see. */
  @Test
  void namingATaskInOnesOwnRegisterDoesNotTellThatSomethingIsLeftOut() {
    store(NORTH, "1505.1", MatterDocuments.relationship());
    ObjectNode query = Calls.as(Calls.own(client, NORTH), "SERVICE_PROVISION");

    Answer all = summary(NORTH, query);
    query.set("serviceTasks", Given.JSON.valueToTree(List.of("OLDER_PEOPLE")));
    Answer narrowed = summary(NORTH, query);

    assertThat(all.body().path("relationships")).isEmpty();
    assertThat(all.body().path("someDataNotAvailable").asBoolean()).isTrue();
    assertThat(narrowed.body().path("relationships")).isEmpty();
    assertThat(narrowed.body().has("someDataNotAvailable")).isFalse();
    assertThat(narrowed.outcome()).isEqualTo("PERMITTED");
  }

  @Test
  void aNarrowedQuestionDoesNotTellThatSomethingIsLeftOut() {
    calls.given(
        Given.informed(client.ref()),
        Given.permit(client.ref(), "SOCIAL_CARE"),
        Given.prohibition(client.ref(), "CONTROLLER", "controller", SOUTH));
    store(SOUTH, "1505.1", MatterDocuments.relationship());
    ObjectNode query = Calls.disclosure(client, PRODUCER).put("controller", SOUTH.value());

    Answer answer = summary(PRODUCER, query);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().path("relationships")).isEmpty();
    assertThat(answer.body().has("someDataNotAvailable")).isFalse();
    assertThat(answer.outcome()).isEqualTo("PERMITTED");
  }

  @Test
  void onAStatutoryGroundWhatIsProhibitedIsToldToo() {
    calls.given(Given.prohibition(client.ref(), "CONTROLLER", "controller", NORTH));
    store(NORTH, "1505.1", MatterDocuments.relationship());
    ObjectNode query =
        Calls.disclosure(client, SOUTH).put("ground", "INCAPACITY").put("necessity", "CONFIRMED");
    query.set("incapacity", Given.object("reason", "OTHER", "representative", "NONE"));
    query.set(
        "relationship",
        Given.object("type", "OTHER_TASK", "explanation", "Palvelutarpeen arviointi"));

    Answer answer = summary(SOUTH, query);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().path("relationships")).hasSize(1);
    assertThat(answer.body().at("/decision/ground").asString()).isEqualTo("INCAPACITY");
    query.remove("necessity");
    assertThat(summary(SOUTH, query).code()).isEqualTo("NECESSITY_NOT_CONFIRMED");
  }

  @Test
  void tasksAskedForAreGivenOnly() {
    store(NORTH, "1505.1", MatterDocuments.relationship());
    ObjectNode query = Calls.own(client, NORTH);
    query.putArray("serviceTasks").add("FAMILIES");

    assertThat(summary(NORTH, query).body().path("relationships")).isEmpty();
    query.putArray("serviceTasks").add("OLDER_PEOPLE");
    assertThat(summary(NORTH, query).body().at("/relationships/0/tasks")).hasSize(1);
  }

  @Test
  void badRequestsAreToldWhere() {
    ObjectNode right = Calls.use(client, PRODUCER, NORTH);
    right.remove("controller");
    assertThat(summary(PRODUCER, right).pointers()).containsExactly("/controller");
    assertThat(summary(NORTH, Calls.own(client, NORTH).put("ground", "PERMIT")).pointers())
        .containsExactly("/ground");
    assertThat(summary(NORTH, Calls.own(client, NORTH).put("purpose", "ELSE")).pointers())
        .containsExactly("/purpose");
    assertThat(summary(NORTH, Calls.own(client, NORTH).put("limit", 1)).status()).isEqualTo(400);
    assertThat(
            calls
                .send(
                    HttpMethod.POST,
                    "/v1/client-summaries",
                    Calls.token(NORTH, "records.write"),
                    Calls.own(client, NORTH))
                .code())
        .isEqualTo("SCOPE_MISSING");
  }

  private Answer summary(Oid organisation, ObjectNode query) {
    return calls.send(
        HttpMethod.POST, "/v1/client-summaries", Calls.token(organisation, "records.query"), query);
  }

  private String store(Oid controller, String type, JsonNode document) {
    return new Storing(calls, client, controller)
        .store(
            type,
            document,
            metadata -> metadata.putArray("serviceTasks").add("OLDER_PEOPLE").add("DISABILITY"));
  }
}
