package fi.lupa.authorization.relationship;

import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static fi.lupa.authorization.support.RelationshipDocuments.block;
import static fi.lupa.authorization.support.RelationshipDocuments.root;
import static fi.lupa.authorization.support.RelationshipDocuments.task;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.RelationshipDocuments;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.schema.DocumentSchemas;
import fi.lupa.testkit.schema.Broken;
import fi.lupa.testkit.schema.NationalSchemas;
import fi.lupa.testkit.schema.SchemaDocuments;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents made from the published national schema, on machines that have it. */
class NationalDocumentIT extends ImportIT {
  private static final String TASKS = "sosiaalihuollon_palvelutehtava";

  @Autowired private DocumentSchemas inUse;

  private String schema;
  private SchemaDocuments documents;

  @BeforeEach
  void nationalSchema() {
    NationalSchemas.needed();
    schema = NationalSchemas.ofType("1505.1");
    documents = SchemaDocuments.of(NationalSchemas.schema(schema));
  }

  /** All others would be compiled at each start for nobody. */
  @Test
  void onlySchemasOfItsKindAreInUse() {
    assertThat(inUse.oids())
        .extracting(Oid::value)
        .contains(schema)
        .allMatch(oid -> oid.contains(".6.1505.1."));
  }

  @Test
  void aMinimalDocumentWithAProducerGrants() {
    ObjectNode document = ofClient(documents.minimal());
    assertThat(changes(national(1, document))).isEmpty();
    root(document).putArray(TASKS).add(task(DISABILITY, open("85")));
    assertThat(changes(national(2, document))).containsExactly("GRANTED");
  }

  @Test
  void ofAFullDocumentOnlyTheProducersMatter() {
    ObjectNode document = ofClient(documents.full());
    ArrayNode tasks = (ArrayNode) root(document).path(TASKS);
    assertThat(tasks.size()).isEqualTo(2);
    ObjectNode whole = (ObjectNode) tasks.path(0);
    set(whole.path("palvelutehtava"), DISABILITY);
    ArrayNode producers = (ArrayNode) whole.path("palveluntuottaja");
    ObjectNode first = (ObjectNode) producers.path(0);
    goOn(first, unit(producer, 1), "85", "93");
    ArrayNode parts = (ArrayNode) first.path("palveluntoteuttaja");
    goOn((ObjectNode) parts.path(0), unit(other, 1), "85", "93");
    parts.remove(1);
    producers.remove(1);
    tasks.remove(1);
    Answer answer = national(1, document);
    assertThat(changes(answer)).containsExactly("GRANTED");
    JsonNode right = read(id(answer, 0));
    assertThat(right.path("serviceTask").asString()).isEqualTo("DISABILITY");
    assertThat(right.at("/subcontractors/0/unit").asString()).isEqualTo(unit(other, 1));
    first.put("asiakkuuden_paattymispvm", TODAY);
    assertThat(changes(national(2, document))).containsExactly("ENDED");
  }

  @Test
  void whatBreaksTheSchemaIsRefusedWhereverItDoes() {
    List<Broken> some =
        documents
            .broken()
            .filter(broken -> broken.pointer().contains("/" + TASKS + "/0/"))
            .limit(40)
            .toList();
    assertThat(some).hasSizeGreaterThan(20);
    assertThat(some)
        .allSatisfy(broken -> {
          Answer answer = national(1, (ObjectNode) broken.document());
          assertThat(answer.code()).as(broken.pointer()).isEqualTo("DOCUMENT_INVALID");
          assertThat(answer.body().at("/violations/0/pointer").asString())
              .startsWith("/document/asiakkuusasiakirja/" + TASKS + "/0");
        });
  }

  @Test
  void aDocumentOfTheSampleSchemaIsOneOfTheNationalToo() {
    ObjectNode document =
        RelationshipDocuments.document(client, unit(organiser, 1), task(DISABILITY, open()));
    assertThat(changes(national(1, document))).containsExactly("GRANTED");
    assertThat(changes(take(2, document))).containsExactly("UNCHANGED");
  }

  @Test
  void partialDaysOfTheSchemaAreUnderstood() {
    ObjectNode document = ofClient(documents.minimal());
    root(document)
        .putArray(TASKS)
        .add(
            task(
                DISABILITY,
                block(unit(producer, 1), "2019", "2021-05"),
                block(unit(producer, 1), "2024-03", null),
                block(unit(other, 1), "2026-11", null)));
    assertThat(changes(national(1, document)))
        .containsExactly("UNCHANGED", "GRANTED", "REFUSED DAY_NOT_VALID");
  }

  /** Of this test's client and organiser, in a relationship that goes on. */
  private ObjectNode ofClient(JsonNode made) {
    ObjectNode document = (ObjectNode) made.deepCopy();
    ObjectNode mine = RelationshipDocuments.document(client, unit(organiser, 1));
    ObjectNode root = root(document);
    Stream.of("palvelunjarjestajan_toimintayksikko", "sosiaalihuollon_asiakkuus")
        .forEach(member -> root.set(member, root(mine).path(member)));
    ((ObjectNode) root.path("asiakas"))
        .set("henkilotunnus", root(mine).path("asiakas").path("henkilotunnus"));
    return document;
  }

  private static void goOn(ObjectNode block, String unit, String... services) {
    set(block.path("palveluyksikon_nimi"), unit);
    ArrayNode coded = (ArrayNode) block.path("sosiaalipalvelu");
    for (int i = 0; i < services.length; i++) {
      set(coded.path(i), services[i]);
    }
    block.put("asiakkuuden_alkamispvm", TODAY);
    block.remove("asiakkuuden_paattymispvm");
  }

  private static void set(JsonNode coded, String code) {
    ((ObjectNode) coded).put("code", code);
  }

  private Answer national(long version, ObjectNode document) {
    return send(with(request(version, document), "schemaOid", schema));
  }
}
