package fi.lupa.disclosure.citizen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.RepresentationChanged.Refusal;
import fi.lupa.disclosure.citizen.documents.ViewMatrix.Row;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.SpecialCategory;
import fi.lupa.disclosure.document.OwnDocument;
import fi.lupa.disclosure.document.Phase;
import fi.lupa.disclosure.document.ShowToClient;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.Documents;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The golden matrix of who looks, through the pure rules. */
class ViewMatrixTest {
  private static final Instant NOON = Instant.parse("2026-11-22T10:00:00Z");
  private static final HiddenKinds HIDDEN = new HiddenKinds();
  private static final CurrentText TEXT = new CurrentText();

  static List<Row> rows() {
    return ViewMatrix.load().rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void view(Row row) {
    Client client = row.client();
    Client representative = Client.person();
    UUID relation = UUID.randomUUID();
    Map<String, Oid> oids = new LinkedHashMap<>();
    row.documents().forEach(name -> oids.put(name, Oids.document()));
    Facts facts =
        Facts.of(
            row.facts(client.ref(), representative.ref(), relation, oids).stream()
                .map(Given.Fact::event)
                .toList());
    List<OwnDocument> documents =
        row.documents().stream().map(name -> own(row, name, oids.get(name))).toList();
    OwnView view = new OwnView(row.citizen(client, representative, relation), facts, NOON, HIDDEN);

    assertThat(closed(view)).isEqualTo(row.denied());
    if (row.denied().isEmpty()) {
      assertThat(view.fill(documents, documents.size())).isFalse();
      assertThat(shown(view)).isEqualTo(oids(row.shows(), oids));
      assertThat(withheld(view)).isEqualTo(codes(row, oids));
    }
  }

  static String closed(OwnView view) {
    return CitizenRules.closed(view.citizen(), view.facts(), TEXT.on(view.today()), view.today())
        .orElse("");
  }

  static Set<String> shown(OwnView view) {
    return view.shown().stream()
        .map(own -> own.document().documentOid().value())
        .collect(Collectors.toSet());
  }

  static Map<String, String> withheld(OwnView view) {
    return Given.JSON
        .<JsonNode>valueToTree(view.withheld())
        .valueStream()
        .collect(
            Collectors.toMap(
                seen -> seen.path("documentOid").asString(), seen -> seen.path("code").asString()));
  }

  static Set<String> oids(Set<String> names, Map<String, Oid> oids) {
    return names.stream().map(name -> oids.get(name).value()).collect(Collectors.toSet());
  }

  static Map<String, String> codes(Row row, Map<String, Oid> oids) {
    return row.withholds().entrySet().stream()
        .collect(Collectors.toMap(e -> oids.get(e.getKey()).value(), Map.Entry::getValue));
  }

  private static OwnDocument own(Row row, String name, Oid oid) {
    JsonNode document = row.document(name);
    Set<ServiceTask> tasks = new LinkedHashSet<>();
    document.path("tasks").forEach(task -> tasks.add(ServiceTask.valueOf(task.asString())));
    return new OwnDocument(
        Documents.seen(
            oid,
            document.path("type").asString("1506.15003"),
            tasks.isEmpty() ? Set.of(ServiceTask.OLDER_PEOPLE) : tasks,
            Phase.PHASE_2,
            document.has("category")
                ? SpecialCategory.valueOf(document.path("category").asString())
                : null,
            document.has("show")
                ? Given.JSON.treeToValue(document.path("show"), ShowToClient.class)
                : ShowToClient.YES),
        row.isCommon(name));
  }

  @Test
  void everyReasonIsThere() {
    Set<String> reasons = new TreeSet<>();
    for (Row row : rows()) {
      reasons.add(row.denied());
      reasons.addAll(row.withholds().values());
    }
    reasons.remove("");
    assertThat(reasons)
        .isEqualTo(
            Stream.of(
                    Stream.of("INFORMING_REQUIRED"),
                    Arrays.stream(Refusal.values()).map(Enum::name),
                    Arrays.stream(CitizenRules.Withheld.values()).map(Enum::name))
                .flatMap(codes -> codes)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyRowSaysWhatBecomesOfEachDocument() {
    assertThat(rows()).extracting(Row::name).doesNotHaveDuplicates();
    for (Row row : rows()) {
      Set<String> told = new TreeSet<>(row.shows());
      told.addAll(row.withholds().keySet());
      assertThat(told)
          .as(row.name())
          .isEqualTo(row.denied().isEmpty() ? new TreeSet<>(row.documents()) : Set.of());
    }
  }
}
