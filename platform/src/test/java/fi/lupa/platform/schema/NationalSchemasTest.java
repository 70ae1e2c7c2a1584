package fi.lupa.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Violation;
import fi.lupa.testkit.schema.Broken;
import fi.lupa.testkit.schema.NationalSchemas;
import fi.lupa.testkit.schema.SchemaDocuments;
import fi.lupa.testkit.schema.Unsatisfiable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every national schema at hand, against the documents that its own text gives. */
class NationalSchemasTest {
  /** Schemas that no document can meet, by OID, with the reason: none of those at hand. */
  private static final Map<String, String> CONTRADICTIONS = Map.of();

  private static DocumentSchemas schemas;
  private static JsonDocuments documents;

  @BeforeAll
  static void load() {
    NationalSchemas.needed();
    schemas =
        new DocumentSchemas(new SchemaLoader(List.of(NationalSchemas.folder()), SchemaChoice.ALL));
    documents = new JsonDocuments(schemas);
  }

  private static List<Violation> violations(String oid, JsonNode document) {
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    return documents.check(new Oid(oid), bytes).violations();
  }

  private static List<String> satisfiable() {
    return NationalSchemas.oids().stream().filter(oid -> !CONTRADICTIONS.containsKey(oid)).toList();
  }

  @Test
  void allAreInUse() {
    assertThat(schemas.oids())
        .containsAll(NationalSchemas.oids().stream().map(Oid::new).toList())
        .hasSize(NationalSchemas.oids().size() + OwnSchemas.count());
  }

  @Test
  void thoseThatContradictThemselvesAreKnown() {
    Map<String, String> found = new TreeMap<>();
    for (String oid : NationalSchemas.oids()) {
      try {
        SchemaDocuments.of(NationalSchemas.schema(oid)).full();
      } catch (Unsatisfiable e) {
        found.put(oid, e.getMessage());
      }
    }
    assertThat(found).isEqualTo(CONTRADICTIONS);
  }

  @Test
  void smallestDocumentsAreTaken() {
    for (String oid : satisfiable()) {
      JsonNode smallest = SchemaDocuments.of(NationalSchemas.schema(oid)).minimal();
      assertThat(violations(oid, smallest)).as(oid).isEmpty();
    }
  }

  @Test
  void fullDocumentsAreTaken() {
    for (String oid : satisfiable()) {
      JsonNode full = SchemaDocuments.of(NationalSchemas.schema(oid)).full();
      assertThat(violations(oid, full)).as(oid).isEmpty();
    }
  }

  /** Every constraint of every schema at every place: tens of thousands of documents. */
  @Test
  void everyBrokenDocumentIsRefusedAtItsPlace() {
    Map<String, LongAdder> seen = new ConcurrentSkipListMap<>();
    satisfiable().parallelStream()
        .forEach(oid ->
            SchemaDocuments.of(NationalSchemas.schema(oid))
                .broken()
                .forEach(broken -> {
                  refused(oid, broken);
                  seen.computeIfAbsent(broken.keyword(), _ -> new LongAdder()).increment();
                }));
    assertThat(seen.keySet())
        .containsExactly(
            "additionalProperties", "enum", "minItems", "minLength", "pattern", "required", "type");
    assertThat(seen.values()).allMatch(count -> count.sum() > 100);
    System.out.println("broken documents of national schemas, all refused: " + seen);
  }

  private static void refused(String oid, Broken broken) {
    String at = "/content" + broken.pointer();
    String message =
        broken.keyword().equals("required")
            ? "is required"
            : "breaks the schema's rule " + broken.keyword();
    assertThat(violations(oid, broken.document()))
        .as("%s %s at %s", oid, broken.keyword(), at)
        .contains(new Violation(at, message))
        .extracting(Violation::pointer)
        .containsOnly(at);
  }

  /** Another document type's smallest document must not pass: roots are named after the type. */
  @Test
  void documentsOfOtherTypesAreRefused() {
    List<String> oids = satisfiable();
    Map<String, JsonNode> smallest =
        oids.stream()
            .collect(
                Collectors.toMap(
                    oid -> oid, oid -> SchemaDocuments.of(NationalSchemas.schema(oid)).minimal()));
    for (int i = 0; i < oids.size(); i++) {
      String other = oids.get((i + 1) % oids.size());
      assertThat(violations(oids.get(i), smallest.get(other))).as(oids.get(i)).isNotEmpty();
    }
  }
}
