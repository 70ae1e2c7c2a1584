package fi.lupa.disclosure.document.store;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A document in another's register shows for whom and by whom it was made (703/2023 37 § 3). */
class PurchaseChainIT extends DisclosureIT {
  private final Client client = Client.person();

  @Test
  void aProducersDocumentNamesTheProducer() {
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    calls.stored(PRODUCER, document(PRODUCER));
    JsonNode seen = seen(NORTH);
    assertThat(seen.path("producer").asString()).isEqualTo(PRODUCER.value());
    assertThat(seen.has("subcontractor")).isFalse();
  }

  @Test
  void aSubcontractorsDocumentNamesBoth() {
    calls.given(chained());
    calls.stored(SOUTH, document(SOUTH));
    JsonNode seen = seen(NORTH);
    assertThat(seen.path("controller").asString()).isEqualTo(NORTH.value());
    assertThat(seen.path("producer").asString()).isEqualTo(PRODUCER.value());
    assertThat(seen.path("subcontractor").asString()).isEqualTo(SOUTH.value());
    assertThat(seen.path("unit").asString()).isEqualTo(Oids.unit(SOUTH, 1).value());
  }

  @Test
  void theControllersOwnDocumentNamesNeither() {
    calls.stored(NORTH, Calls.metadata(client, NORTH));
    assertThat(seen(NORTH).has("producer")).isFalse();
    assertThat(seen(NORTH).has("subcontractor")).isFalse();
  }

  @Test
  void producerAndSubcontractorReadEachOthers() {
    calls.given(chained());
    calls.stored(SOUTH, document(SOUTH));
    calls.stored(PRODUCER, document(PRODUCER));
    for (Oid one : List.of(SOUTH, PRODUCER)) {
      Answer answer = calls.query(one, Calls.use(client, one, NORTH));
      assertThat(answer.body().path("documents").size()).isEqualTo(2);
    }
  }

  @Test
  void onceTheProducersRightIsEndedItsSubcontractorIsOutToo() {
    Given.Fact right = chained();
    calls.given(right);
    calls.given(right.version(2).ended("2026-11-22T09:00:00Z"));
    Answer answer = calls.query(SOUTH, Calls.use(client, SOUTH, NORTH));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("REGISTER_RIGHT_CHAIN_BROKEN");
  }

  @Test
  void whoHoldsARightItselfStoresUnderItsOwn() {
    calls.given(chained(), Given.right(client.ref(), NORTH, SOUTH));
    calls.stored(SOUTH, document(SOUTH));
    assertThat(seen(NORTH).path("producer").asString()).isEqualTo(SOUTH.value());
    assertThat(seen(NORTH).has("subcontractor")).isFalse();
  }

  private Given.Fact chained() {
    return Given.right(client.ref(), NORTH, PRODUCER)
        .with(
            "subcontractors",
            List.of(
                Map.of(
                    "organisation",
                    SOUTH,
                    "unit",
                    Oids.unit(SOUTH, 1),
                    "socialServices",
                    List.of(),
                    "start",
                    "2026-01-01")));
  }

  private ObjectNode document(Oid by) {
    return Calls.metadata(client, NORTH)
        .put("basis", "REGISTER_USAGE_RIGHT")
        .put("unit", Oids.unit(by, 1).value());
  }

  private JsonNode seen(Oid controller) {
    return calls.query(controller, Calls.own(client, controller)).body().at("/documents/0");
  }
}
