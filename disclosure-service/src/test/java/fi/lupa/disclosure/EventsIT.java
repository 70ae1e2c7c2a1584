package fi.lupa.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Topic;
import fi.lupa.testkit.Backends;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every access is told to the log, as the event's schema says. */
class EventsIT extends DisclosureIT {
  private static final Topic TOPIC = new Topic(Backends.kafka(), Topics.DISCLOSURE);

  private final Client client = Client.person();

  private JsonNode told(Answer access) {
    List<Topic.Told> told = TOPIC.about(access.queryId());
    assertThat(told).hasSize(1);
    Topic.Told event = told.getFirst();
    assertThat(event.violations()).isEmpty();
    assertThat(event.key()).isEqualTo(client.ref().toString());
    assertThat(event.headers())
        .containsEntry("ce_source", "/disclosure-service")
        .containsEntry("ce_specversion", "1.0")
        .containsKeys("ce_id", "ce_time", "ce_dataschema");
    assertThat(event.value())
        .doesNotContain(client.text(), "Aino", "Aho", "70001", "Eskola", "Asiakassuun", "teksti");
    return event.data();
  }

  @Test
  void aPermittedQuery() {
    calls.stored(NORTH, Calls.metadata(client, NORTH));
    calls.stored(NORTH, Calls.metadata(client, NORTH));
    calls.stored(NORTH, Calls.metadata(client, NORTH).put("documentType", "1506.11000"));

    JsonNode event = told(calls.query(NORTH, Calls.own(client, NORTH).put("include", "CONTENT")));

    assertThat(event.path("outcome").asString()).isEqualTo("PERMITTED");
    assertThat(event.path("content").asBoolean()).isTrue();
    assertThat(event.path("purpose").asString()).isEqualTo("SERVICE_PROVISION");
    assertThat(event.at("/requester/organisationName/fi").asString()).isEqualTo("Organisaatio");
    assertThat(event.at("/requester/unitName/fi").asString()).isEqualTo("Yksikkö 1");
    assertThat(event.at("/requester/role").asString()).isEqualTo("WIDE_RESPONSIBILITY");
    assertThat(event.at("/requester/professionalRef").asString()).hasSize(32);
    assertThat(event.at("/controllers/0/organisation").asString()).isEqualTo(NORTH.value());
    assertThat(event.path("documents").valueStream())
        .extracting(d -> d.path("documentType").asString() + "*" + d.path("count").asInt())
        .containsExactly("1506.11000*1", "1506.15003*2");
  }

  @Test
  void aPartialQueryDoesNotTellWhatWasWithheldNorWhose() {
    calls.stored(SOUTH, Calls.metadata(client, SOUTH).put("documentType", "1506.7009"));
    calls.stored(NORTH, Calls.metadata(client, NORTH));
    calls.given(
        Given.informed(client.ref()),
        Given.permit(client.ref(), "SOCIAL_CARE"),
        Given.prohibition(client.ref(), "CONTROLLER", "controller", SOUTH));

    JsonNode event = told(calls.query(PRODUCER, Calls.disclosure(client, PRODUCER)));

    assertThat(event.path("outcome").asString()).isEqualTo("PARTIAL");
    assertThat(event.path("ground").asString()).isEqualTo("PERMIT");
    assertThat(event.path("content").asBoolean()).isFalse();
    assertThat(event.toString()).doesNotContain("1506.7009", SOUTH.value());
  }

  @Test
  void aDeniedQueryAndOneByNobodyKnown() {
    JsonNode event = told(calls.query(PRODUCER, Calls.use(client, PRODUCER, NORTH)));
    assertThat(event.path("outcome").asString()).isEqualTo("DENIED");
    assertThat(event.path("reasonCode").asString()).isEqualTo("NO_REGISTER_RIGHT");
    assertThat(event.path("documents")).isEmpty();
    assertThat(event.at("/controllers/0/organisation").asString()).isEqualTo(NORTH.value());

    fi.lupa.contracts.Oid stranger = Oids.organisation();
    JsonNode unknown = told(calls.query(stranger, Calls.own(client, stranger)));
    assertThat(unknown.path("reasonCode").asString()).isEqualTo("ORG_NOT_JOINED");
    assertThat(unknown.at("/requester/organisationName/fi").asString())
        .isEqualTo("Tuntematon organisaatio");
  }

  @Test
  void aStoredDocumentAndADeniedOne() {
    ObjectNode metadata = Calls.metadata(client, NORTH);
    JsonNode stored = told(calls.store(NORTH, metadata));
    assertThat(stored.path("outcome").asString()).isEqualTo("PERMITTED");
    assertThat(stored.path("document")).isEqualTo(metadata.path("documentOid"));
    assertThat(stored.at("/requester/role").isMissingNode()).isTrue();

    JsonNode denied =
        told(calls.store(SOUTH, Calls.metadata(client, NORTH).put("unit", SOUTH.value() + ".9")));
    assertThat(denied.path("outcome").asString()).isEqualTo("DENIED");
    assertThat(denied.path("reasonCode").asString()).isEqualTo("REQUESTER_UNIT_UNKNOWN");
  }

  @Test
  void versionsAndThePurchaseChain() {
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    ObjectNode metadata =
        Calls.metadata(client, NORTH)
            .put("basis", "REGISTER_USAGE_RIGHT")
            .put("unit", Oids.unit(PRODUCER, 1).value());
    JsonNode first = told(calls.store(PRODUCER, metadata));
    assertThat(first.path("version").asInt()).isEqualTo(1);
    assertThat(first.at("/producer/organisation").asString()).isEqualTo(PRODUCER.value());
    assertThat(first.at("/producer/name/fi").asString()).isEqualTo("Organisaatio");
    assertThat(first.has("subcontractor")).isFalse();
    JsonNode second =
        told(
            calls.store(
                PRODUCER,
                metadata.put("baseVersion", metadata.path("documentOid").asString() + ".1")));
    assertThat(second.path("version").asInt()).isEqualTo(2);
  }

  @Test
  void aVoidedDocumentAndADeniedVoiding() {
    String document = calls.stored(NORTH, Calls.metadata(client, NORTH));
    ObjectNode voiding = Calls.voiding(client, NORTH);
    JsonNode voided = told(calls.voided(NORTH, document, voiding, Calls.newKey()));
    assertThat(voided.path("outcome").asString()).isEqualTo("PERMITTED");
    assertThat(voided.path("document").asString()).isEqualTo(document);
    assertThat(voided.path("documentType").asString()).isEqualTo("1506.15003");
    assertThat(voided.path("versions").valueStream().map(JsonNode::asInt)).containsExactly(1);
    assertThat(voided.has("current")).isFalse();
    assertThat(voided.path("reason").asString()).isEqualTo("WRONG_CONTENT");
    assertThat(voided.at("/requester/professionalRef").asString()).hasSize(32);

    ObjectNode byProducer =
        voiding.put("basis", "REGISTER_USAGE_RIGHT").put("unit", Oids.unit(PRODUCER, 1).value());
    JsonNode denied = told(calls.voided(PRODUCER, document, byProducer, Calls.newKey()));
    assertThat(denied.path("reasonCode").asString()).isEqualTo("NO_REGISTER_RIGHT");
    assertThat(denied.path("versions")).isEmpty();
    JsonNode nothing =
        told(calls.voided(PRODUCER, Oids.document().value(), byProducer, Calls.newKey()));
    assertThat(nothing.has("documentType")).isFalse();
    assertThat(nothing.path("serviceTasks")).isEmpty();
  }

  @Test
  void aRepeatedStoreIsToldOnce() {
    MultipartBodyBuilder upload =
        Calls.upload(
            Calls.metadata(client, NORTH), Calls.page("teksti"), MediaType.APPLICATION_XHTML_XML);
    String key = Calls.newKey();
    calls.store(NORTH, upload, key);
    Answer again = calls.store(NORTH, upload, key);
    told(calls.query(NORTH, Calls.own(client, NORTH)));
    told(again);
    assertThat(TOPIC.all())
        .filteredOn(t -> t.key() != null && t.key().equals(client.ref().toString()))
        .hasSize(2);
  }
}
