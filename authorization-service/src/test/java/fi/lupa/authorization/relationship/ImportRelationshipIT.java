package fi.lupa.authorization.relationship;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.grant;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.RelationshipDocuments.block;
import static fi.lupa.authorization.support.RelationshipDocuments.document;
import static fi.lupa.authorization.support.RelationshipDocuments.root;
import static fi.lupa.authorization.support.RelationshipDocuments.task;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Events.Told;
import fi.lupa.authorization.support.RelationshipDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rights follow the blocks of a client's relationship document from version to version. */
class ImportRelationshipIT extends ImportIT {
  private static final String BLOCK =
      "/document/asiakkuusasiakirja/sosiaalihuollon_palvelutehtava/0/palveluntuottaja/";

  @Test
  void aNewBlockGrantsARight() {
    Answer answer = take(1, blocks(open("85")));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("effective").asBoolean()).isTrue();
    assertThat(answer.text("documentOid")).isEqualTo(documentOid);
    assertThat(changes(answer)).containsExactly("GRANTED");
    assertThat(item(answer, 0).path("pointer").asString()).isEqualTo(BLOCK + 0);
    JsonNode right = read(id(answer, 0));
    assertThat(right.path("producer").asString()).isEqualTo(producer);
    assertThat(right.path("producerUnit").asString()).isEqualTo(unit(producer, 1));
    assertThat(right.path("serviceTask").asString()).isEqualTo("DISABILITY");
    assertThat(right.at("/socialServices/0").asString()).isEqualTo("85");
    assertThat(right.path("state").asString()).isEqualTo("IN_FORCE");
    assertThat(right.path("powers").size()).isEqualTo(2);
    assertThat(right.has("purchase")).isFalse();
    assertThat(DISCLOSURE.pushed(id(answer, 0))).hasSize(1);
  }

  @Test
  void aLifeOfARightThroughVersions() {
    String id = id(take(1, blocks(open())), 0);
    assertThat(changes(take(2, blocks(open("85"))))).containsExactly("AMENDED");
    assertThat(changes(take(3, blocks(open("85"))))).containsExactly("UNCHANGED");
    Answer ending = take(4, blocks(block(unit(producer, 1), TODAY, "2026-12-31", "85")));
    assertThat(changes(ending)).containsExactly("ENDED");
    assertThat(item(ending, 0).path("end").asString()).isEqualTo("2026-12-31");
    assertThat(item(ending, 0).path("state").asString()).isEqualTo("IN_FORCE");
    Answer over = take(5, blocks(block(unit(producer, 1), TODAY, TODAY, "85")));
    assertThat(changes(over)).containsExactly("ENDED");
    assertThat(read(id).path("endReason").asString()).isEqualTo("RELATIONSHIP_ENDED");
    assertThat(state(id)).isEqualTo("ENDED");
    assertThat(changes(take(6, blocks(block(unit(producer, 1), TODAY, TODAY, "85")))))
        .containsExactly("UNCHANGED");
    List<Told> told = Events.await(id, 4);
    assertThat(told)
        .extracting(event -> event.data().path("change").asString())
        .containsExactly("GRANTED", "AMENDED", "ENDED", "ENDED");
    assertThat(told).allSatisfy(event -> assertThat(event.violations()).isEmpty());
  }

  @Test
  void theHistoryTellsWhichVersionOfTheDocumentEachChangeCameFrom() {
    String id = id(take(1, blocks(open())), 0);
    take(2, blocks(open()));
    take(3, blocks(open("85")));
    calls.end(organiser, id, "\"2\"", body("reason", "OTHER"));
    JsonNode versions = calls.get("/v1/usage-rights/" + id + "/versions", organiser).body();
    assertThat(versions.at("/items/0").has("origin")).isFalse();
    assertThat(versions.at("/items/1/origin/documentVersion").asLong()).isEqualTo(3);
    assertThat(versions.at("/items/2/origin/documentVersion").asLong()).isEqualTo(1);
    assertThat(versions.at("/items/2/origin/documentOid").asString()).isEqualTo(documentOid);
    JsonNode asProducer = calls.get("/v1/usage-rights/" + id + "/versions", producer).body();
    assertThat(asProducer.at("/items/1/origin/documentOid").asString()).isEqualTo(documentOid);
  }

  @Test
  void subcontractorsComeFromTheirBlocks() {
    ObjectNode part = block(unit(other, 1), TODAY, null, "85");
    ObjectNode producerBlock = RelationshipDocuments.with(open("85", "93"), part);
    String id = id(take(1, blocks(producerBlock)), 0);
    JsonNode right = read(id);
    assertThat(right.at("/subcontractors/0/organisation").asString()).isEqualTo(other);
    assertThat(right.at("/subcontractors/0/socialServices/0").asString()).isEqualTo("85");
    JsonNode seen = calls.get("/v1/usage-rights/" + id + "/versions", other).body();
    assertThat(seen.at("/items/0").has("origin")).isFalse();
    assertThat(changes(take(2, blocks(open("85", "93"))))).containsExactly("AMENDED");
    assertThat(calls.get("/v1/usage-rights/" + id, other).status()).isEqualTo(404);
  }

  @Test
  void everyBlockIsDecidedAlone() {
    String notJoined =
        calls.registered(Calls.with(registration(Calls.newOid()), "status", "REGISTERED"));
    ObjectNode bad = block(unit(notJoined, 1), TODAY, null);
    ObjectNode part = block(unit(notJoined, 2), TODAY, null);
    ObjectNode document =
        document(
            client,
            unit(organiser, 1),
            task(
                DISABILITY,
                bad,
                RelationshipDocuments.with(open(), part),
                block(unit(other, 1), TODAY, null, "31"),
                block(unit(other, 1), TODAY, null, "999999"),
                block("1.2.3.4", TODAY, null),
                block(unit(organiser, 2), TODAY, null),
                block(unit(other, 2), "2026-12-01", "2026-11-30")),
            task("4711", block(unit(other, 1), TODAY, null)),
            task(CHILD_PROTECTION, block(unit(other, 1), "2027", null)));
    Answer answer = take(1, document);
    assertThat(changes(answer))
        .containsExactly(
            "REFUSED PRODUCER_NOT_READY",
            "GRANTED",
            "REFUSED SUBCONTRACTOR_NOT_READY",
            "REFUSED SERVICE_NOT_OF_TASK",
            "REFUSED SERVICE_UNKNOWN",
            "REFUSED UNIT_UNKNOWN",
            "REFUSED PRODUCER_IS_ORGANISER",
            "REFUSED END_BEFORE_START",
            "REFUSED TASK_CODE_UNKNOWN",
            "REFUSED DAY_NOT_VALID");
    assertThat(item(answer, 2).path("pointer").asString())
        .isEqualTo(BLOCK + "1/palveluntoteuttaja/0");
    assertThat(item(answer, 5).path("pointer").asString())
        .isEqualTo(BLOCK + "4/palveluyksikon_nimi");
    assertThat(item(answer, 8).path("pointer").asString())
        .isEqualTo("/document/asiakkuusasiakirja/sosiaalihuollon_palvelutehtava/1/palvelutehtava");
    assertThat(state(id(answer, 1))).isEqualTo("IN_FORCE");
    assertThat(calls.search(organiser, body("limit", 10)).body().path("items").size()).isEqualTo(1);
  }

  @Test
  void anotherProducersBlockDoesNotKeepARightFromEnding() {
    String id = id(take(1, blocks(open())), 0);
    Answer answer =
        take(2, blocks(block("1.2.3", TODAY, null), block(unit(producer, 1), TODAY, TODAY)));
    assertThat(changes(answer)).containsExactly("REFUSED UNIT_UNKNOWN", "ENDED");
    assertThat(state(id)).isEqualTo("ENDED");
  }

  @Test
  void aProducerReplacesAnotherInOneVersion() {
    String first = id(take(1, blocks(open())), 0);
    ObjectNode second = block(unit(other, 1), TODAY, null);
    Answer answer = take(2, blocks(second, block(unit(producer, 1), TODAY, TODAY)));
    assertThat(changes(answer)).containsExactly("GRANTED", "ENDED");
    assertThat(state(first)).isEqualTo("ENDED");
    assertThat(state(id(answer, 0))).isEqualTo("IN_FORCE");
  }

  @Test
  void aBlockThatVanishedEndsItsRightButOnlyOneThatTheDocumentToldOf() {
    String apart = calls.grant(organiser, grant(client, other)).text("id");
    String id = id(take(1, blocks(open())), 0);
    Answer answer = take(2, blocks());
    assertThat(changes(answer)).containsExactly("ENDED");
    assertThat(id(answer, 0)).isEqualTo(id);
    assertThat(item(answer, 0).has("pointer")).isFalse();
    assertThat(state(id)).isEqualTo("ENDED");
    assertThat(state(apart)).isEqualTo("IN_FORCE");
    assertThat(changes(take(3, blocks(open())))).as("it was a mistake").containsExactly("GRANTED");
  }

  @Test
  void aRightGrantedOtherwiseIsTakenForTheBlocks() {
    ObjectNode grant = Calls.with(grant(client, producer), "serviceTask", "DISABILITY");
    grant.set("powers", Calls.JSON.valueToTree(List.of("READ")));
    grant.set("purchase", body("form", "SERVICE_VOUCHER"));
    String id = calls.grant(organiser, grant).text("id");
    Answer taken = take(1, blocks(open()));
    assertThat(changes(taken)).containsExactly("UNCHANGED");
    assertThat(id(taken, 0)).isEqualTo(id);
    take(2, blocks(open("85")));
    assertThat(read(id).at("/purchase/form").asString()).isEqualTo("SERVICE_VOUCHER");
    assertThat(read(id).path("powers").size()).isEqualTo(1);
    assertThat(changes(take(3, blocks()))).containsExactly("ENDED");
  }

  @Test
  void whatTheOrganiserEndedForAReasonOfItsOwnStaysEnded() {
    String id = id(take(1, blocks(open())), 0);
    calls.end(organiser, id, "\"1\"", body("reason", "GRANTED_IN_ERROR"));
    Answer answer = take(2, blocks(open()));
    assertThat(changes(answer)).containsExactly("REFUSED RIGHT_ALREADY_ENDED");
    assertThat(id(answer, 0)).isEqualTo(id);
    assertThat(item(answer, 0).path("state").asString()).isEqualTo("ENDED");
  }

  @Test
  void noRightOutlivesTheRelationship() {
    String apart = calls.grant(organiser, grant(client, other)).text("id");
    String id = id(take(1, blocks(open())), 0);
    ObjectNode ending = blocks(open());
    ((ObjectNode) root(ending).path("sosiaalihuollon_asiakkuus"))
        .put("asiakkuuden_paattymispvm", "2026-12-31");
    assertThat(changes(take(2, ending))).containsExactly("ENDED", "ENDED");
    assertThat(read(id).path("end").asString()).isEqualTo("2026-12-31");
    assertThat(read(apart).path("end").asString()).isEqualTo("2026-12-31");
    assertThat(state(apart)).isEqualTo("IN_FORCE");
    ((ObjectNode) root(ending).path("sosiaalihuollon_asiakkuus"))
        .put("asiakkuuden_paattymispvm", TODAY);
    take(3, ending);
    assertThat(List.of(state(id), state(apart))).containsExactly("ENDED", "ENDED");
  }

  @Test
  void blocksThatMeetGetOneRight() {
    assertThat(changes(take(1, blocks(open("85"), block(unit(producer, 1), "2026-12-01", null)))))
        .containsExactly("GRANTED", "REFUSED RIGHT_OVERLAPS");
  }
}
