package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a query picks out of the documents in reach. */
class FilterIT extends DisclosureIT {
  private static final String HOME = "1.2.246.10.91000005.93.2026.1";
  private static final String CARE = "1.2.246.10.91000005.93.2026.2";

  private final Client client = Client.person();

  private ObjectNode document(String... matters) {
    ObjectNode metadata = Calls.metadata(client, NORTH);
    metadata.set("matters", Given.JSON.valueToTree(List.of(matters)));
    return metadata;
  }

  private String produced(Oid producer) {
    return calls.stored(
        producer,
        Calls.metadata(client, producer)
            .put("basis", "REGISTER_USAGE_RIGHT")
            .put("controller", NORTH.value()));
  }

  private Answer asked(String filter, Object value) {
    ObjectNode query = Calls.own(client, NORTH);
    query.set(filter, Given.JSON.valueToTree(value));
    return calls.query(NORTH, query);
  }

  @Test
  void byMatter() {
    String both = calls.stored(NORTH, document(HOME, CARE));
    String care = calls.stored(NORTH, document(CARE));
    calls.stored(NORTH, document());

    assertThat(asked("matters", List.of(CARE)).documents()).containsExactlyInAnyOrder(both, care);
    assertThat(asked("matters", List.of(HOME)).documents()).containsExactly(both);
    assertThat(asked("matters", List.of(HOME, CARE)).documents()).hasSize(2);
    assertThat(asked("matters", List.of("1.2.3")).documents()).isEmpty();
    assertThat(asked("matters", List.of()).documents()).hasSize(3);
  }

  @Test
  void byDocument() {
    String one = calls.stored(NORTH, document());
    String other = calls.stored(NORTH, document());
    String anothers = calls.stored(NORTH, Calls.metadata(Client.person(), NORTH));

    assertThat(asked("documents", List.of(one)).documents()).containsExactly(one);
    assertThat(asked("documents", List.of(one, other)).documents()).hasSize(2);
    assertThat(asked("documents", List.of(anothers)).documents()).isEmpty();
  }

  @Test
  void anOrganiserFindsAtOnceWhatEachOfItsProducersStored() {
    calls.given(
        Given.right(client.ref(), NORTH, PRODUCER), Given.right(client.ref(), NORTH, SOUTH));
    calls.stored(NORTH, document());
    String first = produced(PRODUCER);
    assertThat(asked("producers", List.of(PRODUCER)).documents()).containsExactly(first);
    String second = produced(SOUTH);
    assertThat(asked("producers", List.of(SOUTH)).documents()).containsExactly(second);
    assertThat(asked("producers", List.of(PRODUCER, SOUTH)).documents())
        .containsExactlyInAnyOrder(first, second);
    assertThat(asked("producers", List.of(NORTH)).documents()).isEmpty();
    assertThat(asked("producers", List.of()).documents()).hasSize(3);
  }

  @Test
  void filtersHoldTogether() {
    String right = calls.stored(NORTH, document(CARE).put("recordedAt", "2026-02-01T00:00:00Z"));
    calls.stored(NORTH, document(HOME).put("recordedAt", "2026-02-01T00:00:00Z"));
    calls.stored(NORTH, document(CARE).put("recordedAt", "2026-01-31T23:59:59Z"));
    ObjectNode query =
        Calls.own(client, NORTH).put("recordedFrom", "2026-02-01T00:00:00Z").put("limit", 1);
    query.set("matters", Given.JSON.valueToTree(List.of(CARE)));
    Answer answer = calls.query(NORTH, query);
    assertThat(answer.documents()).containsExactly(right);
    assertThat(answer.body().has("next")).isFalse();
  }

  @Test
  void allVersionsAreForOnesOwnRegister() {
    calls.given(
        Given.right(client.ref(), NORTH, PRODUCER),
        Given.informed(client.ref()),
        Given.permit(client.ref(), "SOCIAL_CARE"));
    Answer use = calls.query(PRODUCER, Calls.use(client, PRODUCER, NORTH).put("versions", "ALL"));
    Answer disclosure = calls.query(SOUTH, Calls.disclosure(client, SOUTH).put("versions", "ALL"));
    for (Answer refused : List.of(use, disclosure)) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.pointers()).containsExactly("/versions");
    }
    assertThat(calls.query(NORTH, Calls.own(client, NORTH).put("versions", "ALL")).status())
        .isEqualTo(200);
  }

  @Test
  void whatIsntAFilterIsRefusedWithItsPlace() {
    assertThat(asked("matters", List.of("1.02")).pointers()).containsExactly("/matters/0");
    assertThat(asked("producers", List.of(CARE, CARE)).pointers()).containsExactly("/producers");
    assertThat(asked("documents", "all").pointers()).containsExactly("/documents");
    assertThat(asked("versions", "OLD").pointers()).containsExactly("/versions");
    assertThat(asked("cursor", "eA").pointers()).containsExactly("/cursor");
  }
}
