package fi.lupa.disclosure.document;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a document comes back with it; what isn't told holds as it always did. */
class MetadataIT extends DisclosureIT {
  private static final String WHOLE =
      """
      {"matters": ["1.2.246.10.91000005.14.2026.77001", "1.2.246.10.91000005.14.2026.77002"],
       "registerCode": "1", "phase": "OBLIGATION", "old": true, "retentionClass": "FAMILIES", "validTo": "2027-12-31",
       "showToClient": {"when": "DELAYED", "until": "2026-12-24"}, "secrecy": "SECRET_25_YEARS",
       "specialCategory": "SHELTER"}
      """;

  private final Client client = Client.person();

  private JsonNode found() {
    return calls
        .query(NORTH, Calls.as(Calls.own(client, NORTH), "CHILDS_SOCIAL_WORKER"))
        .body()
        .at("/documents/0");
  }

  private ObjectNode metadata(String json) {
    ObjectNode metadata = Calls.metadata(client, NORTH);
    Given.JSON.readTree(json).forEachEntry(metadata::set);
    return metadata;
  }

  @Test
  void allOfItComesBack() {
    ObjectNode metadata = metadata(WHOLE);
    calls.stored(NORTH, metadata);
    JsonNode document = found();
    Given.JSON
        .readTree(WHOLE)
        .forEachEntry((member, told) -> {
          if (told.isArray()) {
            assertThat(document.path(member).valueStream())
                .containsExactlyInAnyOrderElementsOf(told.valueStream().toList());
          } else {
            assertThat(document.path(member)).as(member).isEqualTo(told);
          }
        });
  }

  @Test
  void theChainOfOnesOwnWordComesBack() {
    ObjectNode metadata = Calls.metadata(client, NORTH);
    ObjectNode chain =
        Given.object(
            "organiser",
            NORTH,
            "organiserUnit",
            Oids.unit(NORTH, 2),
            "producer",
            PRODUCER,
            "producerUnit",
            Oids.unit(PRODUCER, 1),
            "subcontractor",
            SOUTH,
            "subcontractorUnit",
            Oids.unit(SOUTH, 1));
    metadata.set("chain", chain);
    calls.stored(NORTH, metadata);
    JsonNode document = found();
    for (String member : chain.propertyNames()) {
      if (!member.equals("organiser")) {
        assertThat(document.path(member)).as(member).isEqualTo(chain.path(member));
      }
    }
    assertThat(document.path("processingGround").asString()).isEqualTo("OWN_REGISTER");
  }

  @Test
  void whatIsNotToldHoldsAsItAlwaysDid() {
    calls.stored(NORTH, Calls.metadata(client, NORTH));
    JsonNode document = found();
    assertThat(document.path("phase").asString()).isEqualTo("PHASE_2");
    assertThat(document.path("old").asBoolean()).isFalse();
    assertThat(document.at("/showToClient/when").asString()).isEqualTo("YES");
    assertThat(document.path("secrecy").asString()).isEqualTo("PERMANENTLY_SECRET");
    assertThat(document.path("matters")).isEmpty();
    assertThat(document.at("/signature/state").asString()).isEqualTo("NONE");
    assertThat(document.path("organiserUnit")).isEqualTo(document.path("unit"));
    for (String absent :
        List.of("producer", "retentionClass", "specialCategory", "registerCode", "voidedAt")) {
      assertThat(document.has(absent)).as(absent).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"showToClient\": {\"when\": \"DELAYED\"}}                        | /metadata/showToClient/until",
        "{\"showToClient\": {\"when\": \"NO\"}}                             | /metadata/showToClient/reason",
        "{\"showToClient\": {\"when\": \"YES\", \"until\": \"2026-12-24\"}} | /metadata/showToClient/until",
        "{\"showToClient\": {\"when\": \"YES\", \"reason\": \"HARM\"}}      | /metadata/showToClient/reason",
        "{\"clientDied\": \"2026-01-01\"}                                   | /metadata/clientDied"
      })
  void partsThatDontBelongTogetherArePointedAt(String json, String pointer) {
    Answer answer = calls.store(NORTH, metadata(json));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers()).containsExactly(pointer);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"phase\": \"PHASE_3\"}",
        "{\"old\": \"yes\"}",
        "{\"matters\": [\"x\"]}",
        "{\"registerCode\": \"a b\"}",
        "{\"retentionClass\": \"families\"}",
        "{\"validTo\": \"2026-02-30\"}",
        "{\"showToClient\": {\"when\": \"NEVER\"}}",
        "{\"showToClient\": {\"when\": \"DELAYED\", \"until\": \"2026-02-30\"}}",
        "{\"secrecy\": \"\"}",
        "{\"specialCategory\": \"FAMILY_LAW\"}",
        "{\"baseVersion\": 1}",
        "{\"chain\": {}}",
        "{\"chain\": {\"producer\": \"x\"}}",
        "{\"chain\": {\"surplus\": \"1.2.3\"}}"
      })
  void badMetadataIsRefused(String json) {
    Answer answer = calls.store(NORTH, metadata(json));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
  }
}
