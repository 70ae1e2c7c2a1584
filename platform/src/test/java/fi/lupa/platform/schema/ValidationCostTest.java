package fi.lupa.platform.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.testkit.schema.NationalSchemas;
import fi.lupa.testkit.schema.SchemaDocuments;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What checking a document costs beside only parsing it, over all national schemas. For figures
 * worth telling: {@code -Dlupa.cost.rounds=200} with the full JIT (docs/performance.md).
 */
@Isolated
class ValidationCostTest {
  private static final int ROUNDS = Integer.getInteger("lupa.cost.rounds", 5);
  private static final double MOST_TIMES = 40; // a slip that validates twice or logs would show

  /** A document's bytes and the schema that they meet. */
  private record Sample(Oid schema, byte[] bytes) {}

  @Test
  void checkingCostsAFewTimesParsing() {
    NationalSchemas.needed();
    long before = used();
    long begun = System.nanoTime();
    DocumentSchemas schemas = OwnSchemas.with(NationalSchemas.folder());
    long loaded = System.nanoTime();
    long held = used() - before;
    System.err.printf(
        "%d schemas: loaded and compiled in %d ms, %.1f MB held%n",
        schemas.oids().size(), (loaded - begun) / 1_000_000, held / 1e6);

    measure("smallest", schemas, SchemaDocuments::minimal);
    measure("full", schemas, SchemaDocuments::full);
    assertThat(held).isLessThan(100_000_000);
  }

  private static void measure(
      String name, DocumentSchemas schemas, Function<SchemaDocuments, JsonNode> kind) {
    List<Sample> samples = NationalSchemas.oids().stream().map(oid -> sample(oid, kind)).toList();
    JsonDocuments documents = new JsonDocuments(schemas);
    long[] parsed = times(samples, s -> JsonMapper.shared().readTree(s.bytes()));
    long[] read = times(samples, s -> StrictJson.read(s.bytes()));
    long[] checked = times(samples, s -> documents.check(s.schema(), s.bytes()));
    double ratio = at(checked, 50) / at(parsed, 50); // of medians: others use the machine as well
    System.err.printf(
        "%s documents, mean %d bytes: parse p50 %.1f us; strict read p50 %.1f us; check p50 %.1f us,"
            + " p99 %.1f us, %.0f/s on one core; check/parse %.1f%n",
        name,
        samples.stream().mapToInt(s -> s.bytes().length).sum() / samples.size(),
        at(parsed, 50),
        at(read, 50),
        at(checked, 50),
        at(checked, 99),
        checked.length / (Arrays.stream(checked).sum() / 1e9),
        ratio);
    assertThat(ratio).isLessThan(MOST_TIMES);
  }

  private static Sample sample(String oid, Function<SchemaDocuments, JsonNode> kind) {
    JsonNode document = kind.apply(SchemaDocuments.of(NationalSchemas.schema(oid)));
    return new Sample(new Oid(oid), document.toString().getBytes(UTF_8));
  }

  /** Of the second half of the rounds, sorted. */
  private static long[] times(List<Sample> samples, Consumer<Sample> work) {
    long[] times = new long[ROUNDS * samples.size()];
    for (int i = 0; i < 2 * times.length; i++) {
      Sample sample = samples.get(i % samples.size());
      long begun = System.nanoTime();
      work.accept(sample);
      times[i % times.length] = System.nanoTime() - begun;
    }
    Arrays.sort(times);
    return times;
  }

  private static double at(long[] sorted, int percent) {
    return sorted[(int) ((sorted.length - 1) * (percent / 100.0))] / 1e3;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
