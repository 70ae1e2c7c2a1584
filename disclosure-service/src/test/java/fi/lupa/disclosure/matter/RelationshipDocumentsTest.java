package fi.lupa.disclosure.matter;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.matter.ClientRelationship.Address;
import fi.lupa.disclosure.matter.ClientRelationship.OwnWorker;
import fi.lupa.disclosure.matter.ClientRelationship.ProducerPart;
import fi.lupa.disclosure.matter.ClientRelationship.SubcontractorPart;
import fi.lupa.disclosure.matter.ClientRelationship.TaskPart;
import fi.lupa.disclosure.matter.ClientRelationship.UnitPeriod;
import fi.lupa.disclosure.support.Given;
import fi.lupa.platform.codeset.NationalServiceTasks;
import fi.lupa.testkit.schema.SchemaDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RelationshipDocumentsTest {
  private static final UnitPeriod SERVICES =
      new UnitPeriod(
          "1.2.246.10.91000005.10.1", "Sosiaalipalvelut", LocalDate.of(2024, 2, 3), null);

  private final RelationshipDocuments documents =
      new RelationshipDocuments(NationalServiceTasks.load());

  @Test
  void aRelationshipIsReadByTheNationalNames() {
    assertThat(read(MatterDocuments.relationship()))
        .isEqualTo(
            new ClientRelationship(
                LocalDate.of(2024, 2, 3),
                null,
                false,
                LocalDate.of(1901, 1, 1),
                true,
                LocalDate.of(2030, 6, 30),
                "Meikäläinen",
                List.of(new Address("Salatie 1", "00100")),
                List.of(SERVICES),
                List.of(new OwnWorker("Aino Aho", "1.2.246.10.91000005.10.1", "Sosiaalipalvelut")),
                List.of(olderPeople(), unknown())));
  }

  private static TaskPart olderPeople() {
    return new TaskPart(
        ServiceTask.OLDER_PEOPLE,
        "Iäkkäiden palvelut",
        List.of(
            new UnitPeriod(
                "1.2.246.10.91000005.10.1",
                "Sosiaalipalvelut",
                LocalDate.of(2024, 2, 3),
                LocalDate.of(2024, 12, 31))),
        List.of(
            new ProducerPart(
                new UnitPeriod(
                    "1.2.246.10.93000009.10.1", "Hoivakoti", LocalDate.of(2025, 1, 1), null),
                List.of("85"),
                List.of(
                    new SubcontractorPart(
                        new UnitPeriod(
                            "1.2.246.10.95000001.10.1", "Apuri", LocalDate.of(2025, 2, 1), null),
                        List.of())))));
  }

  private static TaskPart unknown() {
    return new TaskPart(null, "Tuntematon tehtävä", List.of(), List.of());
  }

  @Test
  void theStatedBirthComesBeforeTheCodes() {
    ObjectNode document = MatterDocuments.relationship();
    ObjectNode client = MatterDocuments.at(document, "/asiakkuusasiakirja/asiakas");
    client.put("syntymaaika", "1901-02");
    assertThat(read(document).born()).isEqualTo(LocalDate.of(1901, 2, 28));
  }

  @Test
  void whatIsLeftOutIsUnknownAndNoHarm() {
    JsonNode bare =
        Given.JSON.readTree(
            "{\"asiakkuusasiakirja\": {\"palveluista_vastaava_tyontekija\": [{}]}}");
    assertThat(read(bare))
        .isEqualTo(
            new ClientRelationship(
                null, null, false, null, false, null, null, List.of(), List.of(), List.of(),
                List.of()));
  }

  @Test
  void anotherDocumentIsNoRelationship() {
    assertThat(documents.read(MatterDocuments.matter())).isEmpty();
    assertThat(documents.read(Given.JSON.readTree("[1]"))).isEmpty();
    assertThat(documents.read(Given.JSON.readTree("{\"asiakkuusasiakirja\": 1}"))).isEmpty();
  }

  @Test
  void theSmallestDocumentOfTheSampleIsReadToo() throws IOException {
    String file = "/schemas/" + MatterDocuments.RELATIONSHIP_SCHEMA + ".json";
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
      JsonNode smallest = SchemaDocuments.of(Given.JSON.readTree(in)).minimal();
      assertThat(read(smallest).nonDisclosure()).isFalse();
      assertThat(read(smallest).started()).isEqualTo(LocalDate.of(2026, 3, 10));
    }
  }

  private ClientRelationship read(JsonNode document) {
    return documents.read(document).orElseThrow();
  }
}
