package fi.lupa.disclosure.matter;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.matter.ClientMatter.Coded;
import fi.lupa.disclosure.support.Given;
import fi.lupa.platform.codeset.NationalServiceTasks;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CaseDocumentsTest {
  private static final String MATTER = "/asia_asiakirja/asian_tiedot";

  private final CaseDocuments documents = new CaseDocuments(NationalServiceTasks.load());

  @Test
  void aMatterIsReadByTheNationalNames() {
    assertThat(read(MatterDocuments.matter()))
        .isEqualTo(
            new ClientMatter(
                "1.2.246.10.91000005.40.2024.17",
                new Coded("7", "Palvelutarpeen arviointi"),
                new Coded("2", "Päättynyt"),
                LocalDate.of(2024, 2, 3),
                LocalDate.of(2024, 11, 30),
                false,
                ServiceTask.OLDER_PEOPLE,
                null));
  }

  @Test
  void aMatterWithoutLastDayIsOpen() {
    ObjectNode document = MatterDocuments.matter();
    MatterDocuments.at(document, MATTER).remove("paattymispaiva");
    assertThat(read(document).closed()).isNull();
    MatterDocuments.at(document, MATTER).put("paattymispaiva", "pian");
    assertThat(read(document).closed()).isNull();
  }

  @Test
  void theYoungestClientIsTheChildWhenNotOfAge() {
    ObjectNode document = MatterDocuments.matter();
    client(document).put("syntymaaika", "2010-05-04");
    assertThat(read(document).childBorn()).isEqualTo(LocalDate.of(2010, 5, 4));
    MatterDocuments.at(document, MATTER).put("avauspaiva", "2028-05-03");
    assertThat(read(document).childBorn()).isEqualTo(LocalDate.of(2010, 5, 4));
    MatterDocuments.at(document, MATTER).put("avauspaiva", "2028-05-04");
    assertThat(read(document).childBorn()).isNull();
  }

  @Test
  void whereABirthIsntToldTheYoungestIsntKnown() {
    ObjectNode document = MatterDocuments.matter();
    client(document).put("syntymaaika", "2010-05-04");
    clients(document).add(Given.object("sukunimi", "Toinen", "etunimet", "Tuisku"));
    assertThat(read(document).childBorn()).isNull();
  }

  @Test
  void withoutAnIdentifierThereIsNoMatter() {
    ObjectNode document = MatterDocuments.matter();
    MatterDocuments.at(document, MATTER).remove("asiatunnus");
    assertThat(documents.read(document)).isEmpty();
    assertThat(documents.read(MatterDocuments.relationship())).isEmpty();
  }

  private static ArrayNode clients(JsonNode document) {
    return (ArrayNode) document.at("/asia_asiakirja/asiakas");
  }

  private static ObjectNode client(JsonNode document) {
    return (ObjectNode) clients(document).get(0);
  }

  private ClientMatter read(JsonNode document) {
    return documents.read(document).orElseThrow();
  }
}
