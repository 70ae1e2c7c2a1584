package fi.lupa.disclosure.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.FactRef;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.record.AccessExplanation.WithheldDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeptAccessTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();
  private static final Oid NORTH = new Oid("1.2.246.10.91000005.10.0");
  private static final Oid SOUTH = new Oid("1.2.246.10.92000007.10.0");
  private static final Oid PRODUCER = new Oid("1.2.246.10.93000009.10.0");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 200})
  void whatIsWrittenIsReadWholeAndInItsOrder(int documents) {
    Random random = new Random(documents);
    for (int i = 0; i < 50; i++) {
      AccessExplanation access = access(random, documents);
      assertThat(KeptAccess.read(KeptAccess.write(access, JSON), JSON)).isEqualTo(access);
    }
  }

  @Test
  void recordsOfBeforeAreReadAsWell() {
    AccessExplanation access = access(new Random(1), 20);
    assertThat(KeptAccess.read(JSON.writeValueAsString(access), JSON)).isEqualTo(access);
  }

  @Test
  void anAccessOfTwentyDocumentsIsLessThanHalfAsLong() {
    AccessExplanation all = access(new Random(1), 20);
    AccessExplanation access = all.seen(Outcome.PERMITTED, null, all.given(), List.of());
    assertThat(KeptAccess.write(access, JSON).length())
        .isLessThan(JSON.writeValueAsString(access).length() / 2);
  }

  /** The columns and the statements on the use log go by these. */
  @Test
  void whatStatementsReadStandsWhereItStood() {
    AccessExplanation access = access(new Random(1), 2);
    JsonNode kept = JSON.readTree(KeptAccess.write(access, JSON));
    JsonNode whole = JSON.valueToTree(access);
    for (String member :
        List.of("requester", "request", "outcome", "basis", "withheld", "time", "act", "queryId")) {
      assertThat(kept.get(member)).as(member).isEqualTo(whole.get(member));
    }
  }

  private static AccessExplanation access(Random random, int documents) {
    boolean denied = documents == 0 && random.nextBoolean();
    return new AccessExplanation(
        UUID.randomUUID(),
        "QUERY",
        Instant.parse("2026-11-22T10:15:30.123456Z"),
        new RequestedBy(
            PRODUCER,
            new Oid("1.2.246.10.93000009.10.1"),
            optional(random, new Professional("70001", "Aino Aho", "PRIVATE_PROVISION"))),
        JSON.readTree("{\"basis\":\"REGISTER_USAGE_RIGHT\",\"serviceTasks\":[\"FAMILIES\"]}"),
        denied ? Outcome.DENIED : Outcome.PARTIAL,
        denied ? null : optional(random, Outcome.PERMITTED),
        denied ? Rule.RIGHT_STARTED.code() : null,
        Basis.REGISTER_USAGE_RIGHT,
        optional(random, Ground.PROTECTION),
        optional(random, Boolean.TRUE),
        Rulebook.ACT_703_2023,
        List.of("ACT_703_2023_S13", "ACT_703_2023_S14"),
        rules(random, denied),
        IntStream.range(0, documents).mapToObj(i -> given(random, i)).toList(),
        IntStream.range(0, documents / 5).mapToObj(i -> withheld(random, i)).toList());
  }

  private static List<RuleResult> rules(Random random, boolean denied) {
    FactRef organisation = new FactRef("ORGANISATION", PRODUCER.value(), 3);
    FactRef right = new FactRef("USAGE_RIGHT", UUID.randomUUID().toString(), 1);
    List<RuleResult> rules = new ArrayList<>();
    for (Rule rule :
        List.of(
            Rule.ORGANISATION_JOINED,
            Rule.FUNCTION_ENABLED,
            Rule.UNIT_OF_ORGANISATION,
            Rule.RIGHT_GRANTED,
            Rule.RIGHT_FOR_UNIT,
            Rule.RIGHT_FOR_TASK,
            Rule.RIGHT_FOR_SERVICE)) {
      rules.add(
          new RuleResult(
              rule,
              true,
              null,
              rule.legalReferences(),
              random.nextBoolean() ? List.of(right, organisation) : List.of(right)));
    }
    if (denied) {
      rules.add(
          new RuleResult(
              Rule.RIGHT_STARTED, false, Rule.RIGHT_STARTED.code(), List.of(), List.of()));
    }
    return rules;
  }

  private static GivenDocument given(Random random, int number) {
    return new GivenDocument(
        new Oid("1.2.246.10.91000005.14.2026.77." + number),
        1 + random.nextInt(3),
        random.nextInt(9) == 0 ? SOUTH : NORTH,
        random.nextInt(4) == 0 ? "1506.15019" : "1506.15003",
        random.nextBoolean()
            ? Set.of(ServiceTask.OLDER_PEOPLE)
            : Set.of(ServiceTask.FAMILIES, ServiceTask.DISABILITY));
  }

  private static WithheldDocument withheld(Random random, int number) {
    return new WithheldDocument(
        new Oid("1.2.246.10.91000005.14.2026.78." + number),
        1,
        random.nextBoolean() ? SOUTH : NORTH,
        "1506.15003",
        Rule.DOCUMENT_NOT_PROHIBITED,
        Rule.DOCUMENT_NOT_PROHIBITED.code(),
        Rule.DOCUMENT_NOT_PROHIBITED.legalReferences(),
        List.of(new FactRef("PROHIBITION", UUID.randomUUID().toString(), 1)));
  }

  private static <T> @Nullable T optional(Random random, T value) {
    return random.nextBoolean() ? value : null;
  }
}
