package fi.lupa.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ContractFiles;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The AsyncAPI file tells of every event type, of no other, and points to what exists. */
class AsyncApiTest {
  private static final Path FILE = ContractFiles.at("asyncapi/lupa.yaml");
  private static final JsonNode API = ContractFiles.yaml(FILE);
  private static final JsonNode MESSAGES = API.at("/components/messages");

  @Test
  void isAsyncApi3() {
    assertThat(API.path("asyncapi").asString()).isEqualTo("3.0.0");
  }

  @Test
  void messagesAreExactlyTheEventTypes() {
    assertThat(MESSAGES.values().stream().map(message -> message.path("name").asString()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventType.values()).map(EventType::ceType).toList());
  }

  @Test
  void headersNameTheSameTypeAsTheMessage() {
    for (JsonNode message : MESSAGES) {
      assertThat(
              message.path("headers").findValues("ce_type").stream()
                  .map(type -> type.path("const").asString()))
          .containsExactly(message.path("name").asString());
    }
  }

  @Test
  void payloadsPointToTheSchemasOfTheirTypes() {
    for (JsonNode message : MESSAGES) {
      String reference = message.at("/payload/schema/$ref").asString();
      assertThat(reference)
          .isEqualTo("../events/" + message.path("name").asString() + ".schema.json");
      assertThat(FILE.resolveSibling(reference)).matches(Files::exists);
    }
  }

  @Test
  void channelsAreTheTopics() {
    assertThat(
            API.path("channels").values().stream()
                .map(channel -> channel.path("address").asString()))
        .containsExactlyInAnyOrder(Topics.AUTHORIZATION, Topics.CONSENT, Topics.DISCLOSURE);
    for (JsonNode channel : API.path("channels")) {
      assertThat(channel.at("/bindings/kafka/topic")).isEqualTo(channel.path("address"));
    }
  }

  @Test
  void onlyFactsAreCompacted() {
    Map<String, String> cleanup =
        API.path("channels").values().stream()
            .collect(
                Collectors.toMap(
                    channel -> channel.path("address").asString(),
                    channel ->
                        channel
                            .at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                            .asString()));
    assertThat(cleanup)
        .isEqualTo(
            Map.of(
                Topics.AUTHORIZATION,
                "compact",
                Topics.CONSENT,
                "compact",
                Topics.DISCLOSURE,
                "delete"));
  }

  @Test
  void aTopicCarriesItsServicesEventsAndTheWatermark() {
    for (JsonNode channel : API.path("channels")) {
      String service = channel.path("address").asString().replace(".events", "");
      List<String> expected =
          Arrays.stream(EventType.values())
              .map(EventType::ceType)
              .filter(type ->
                  type.startsWith("fi.lupa." + service + ".")
                      || type.startsWith("fi.lupa.platform."))
              .toList();
      assertThat(
              channel.path("messages").values().stream()
                  .map(message -> resolve(message).path("name").asString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void everyReferenceInsideTheFileLeadsSomewhere() {
    assertThat(
            API.findValues("$ref").stream().map(JsonNode::asString).filter(r -> r.startsWith("#")))
        .isNotEmpty()
        .allMatch(reference -> !API.at(reference.substring(1)).isMissingNode());
  }

  private static JsonNode resolve(JsonNode reference) {
    return API.at(reference.path("$ref").asString().substring(1));
  }
}
