package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.Event;
import fi.lupa.disclosure.decision.Matrix.Row;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The golden matrix through the pure rulebook. */
class DecisionMatrixTest {
  private static final Instant NOON = Instant.parse("2026-11-22T10:00:00Z");
  private static final ClientRef CLIENT = new ClientRef(new java.util.UUID(1, 1));

  static List<Row> rows() {
    return Matrix.load().rows();
  }

  static List<Row> queries() {
    return rows().stream()
        .filter(row -> !row.isStore())
        .flatMap(row -> row.isCommon() ? Stream.of(row, row.ofOther()) : Stream.of(row))
        .toList();
  }

  static List<Row> stores() {
    return rows().stream().filter(Row::isStore).toList();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void query(Row row) {
    Map<String, Doc> documents = documents(row);
    Inquiry inquiry = inquiry(row);
    Facts facts = facts(row, documents);
    Verdict verdict = row.rulebook().decide(inquiry, facts);
    agreesWithTheShadow(row, verdict, facts, documents);
    switch (verdict) {
      case Verdict.Denied denied -> denied(row, denied);
      case Verdict.Allowed allowed -> {
        assertThat(row.denied()).isEmpty();
        assertThat(allowed.legalReferences()).isEqualTo(row.law());
        assertThat(allowed.rules()).allMatch(RuleResult::passed);
        Set<String> given = new LinkedHashSet<>();
        Map<String, String> withheld = new LinkedHashMap<>();
        documents.forEach((name, document) -> {
          if (document.isIn(allowed.scope(), inquiry)) {
            switch (allowed.documentRules().judge(document)) {
              case DocumentVerdict.Given _ -> given.add(name);
              case DocumentVerdict.Withheld why -> withheld.put(name, why.rule().code());
              case DocumentVerdict.OutOfScope _ -> {}
            }
          }
        });
        assertThat(given).isEqualTo(row.gives());
        assertThat(withheld).isEqualTo(row.withholds());
        assertThat(
                contactData(row).stream()
                    .map(RuleResult::code)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining()))
            .isEqualTo(row.hides());
      }
    }
  }

  private static boolean needsContactData(String key) {
    Role role = TestRoles.orNull(key);
    return role != null && role.contactData();
  }

  /** Whoever wrote the row, the second reading of the law says the same. */
  private static void agreesWithTheShadow(
      Row row, Verdict verdict, Facts facts, Map<String, Doc> documents) {
    List<Event> events =
        Stream.of(
                facts.organisations().values(),
                facts.rights(),
                facts.informings(),
                facts.permits(),
                facts.prohibitions(),
                facts.representations())
            .flatMap(known -> known.stream().map(Event.class::cast))
            .toList();
    ShadowLaw law = new ShadowLaw(row.rulebook(), events, facts.ties(), facts.born(), inquiry(row));
    switch (verdict) {
      case Verdict.Denied denied -> assertThat(law.refuses()).contains(denied.rule().code());
      case Verdict.Allowed _ -> {
        assertThat(law.refuses()).isEmpty();
        row.gives().forEach(name -> assertThat(law.withholds(documents.get(name))).isEmpty());
        row.withholds()
            .forEach((name, code) -> assertThat(law.withholds(documents.get(name))).contains(code));
      }
    }
  }

  private static List<RuleResult> contactData(Row row) {
    return SafetyRules.decide(
            inquiry(row),
            facts(row, documents(row)).with(row.protections()),
            new SafetyRules.Need(needsContactData(row.role()), row.needsContact()),
            Rulebook.ACT_703_2023)
        .rules();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void store(Row row) {
    Verdict verdict =
        row.rulebook()
            .store(
                inquiry(row),
                facts(row, Map.of()),
                storing(row, Instant.parse(row.request().path("recordedAt").asString())),
                Duration.ofDays(30));
    switch (verdict) {
      case Verdict.Denied denied -> denied(row, denied);
      case Verdict.Allowed allowed -> {
        assertThat(row.denied()).isEmpty();
        assertThat(allowed.legalReferences()).isEqualTo(row.law());
      }
    }
  }

  private static void denied(Row row, Verdict.Denied denied) {
    assertThat(denied.rule().code()).isEqualTo(row.denied());
    assertThat(denied.legalReferences()).isEqualTo(row.law());
    assertThat(denied.rules().getLast())
        .extracting(RuleResult::rule, RuleResult::passed, RuleResult::code)
        .containsExactly(denied.rule(), false, row.denied());
    assertThat(denied.rules().subList(0, denied.rules().size() - 1)).allMatch(RuleResult::passed);
  }

  @Test
  void everyRuleFailsSomewhere() {
    Set<String> failing =
        rows().stream()
            .flatMap(row ->
                Stream.concat(
                    Stream.of(row.denied(), row.hides()), row.withholds().values().stream()))
            .filter(code -> !code.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(failing)
        .isEqualTo(
            Arrays.stream(Rule.values())
                .map(Rule::code)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyRuleOfARequestPassesSomewhere() {
    Set<Rule> passing =
        rows().stream()
            .flatMap(row -> {
              Facts facts = facts(row, documents(row));
              Verdict verdict =
                  row.isStore()
                      ? row.rulebook().store(inquiry(row), facts, storing(row, NOON), Duration.ZERO)
                      : row.rulebook().decide(inquiry(row), facts);
              return Stream.concat(verdict.rules().stream(), contactData(row).stream());
            })
            .filter(RuleResult::passed)
            .map(RuleResult::rule)
            .collect(Collectors.toSet());
    assertThat(passing)
        .containsAll(
            Arrays.stream(Rule.values())
                .filter(rule -> rule.compareTo(Rule.SOURCE_JOINED) < 0)
                .filter(rule -> !GroundRulesTest.RULES.contains(rule))
                .toList());
  }

  @Test
  void namesAreUnique() {
    assertThat(rows())
        .hasSizeGreaterThanOrEqualTo(400)
        .extracting(Row::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyRulebookHasItsRows() {
    Map<Rulebook, Long> rows =
        rows().stream().collect(Collectors.groupingBy(Row::rulebook, Collectors.counting()));
    assertThat(rows).containsOnlyKeys(Rulebook.values());
    assertThat(rows.values()).allMatch(count -> count > 30);
  }

  private static Map<String, Doc> documents(Row row) {
    Map<String, Doc> documents = new LinkedHashMap<>();
    row.documents()
        .forEach(name -> {
          JsonNode document = row.document(name);
          documents.put(
              name,
              new Doc(
                  Oids.document(),
                  row.organisation(document.path("controller").asString()),
                  document.path("type").asString(),
                  tasks(document.path("tasks")),
                  texts(document.path("services")),
                  Instant.parse(document.path("recordedAt").asString()),
                  document.path("old").asBoolean(false)
                      || document.path("phase").asString("").equals("PHASE_1"),
                  document.has("category")
                      ? SpecialCategory.valueOf(document.path("category").asString())
                      : null,
                  document.has("group")
                      ? PatientDataGroup.valueOf(document.path("group").asString())
                      : null));
        });
    return documents;
  }

  private static Facts facts(Row row, Map<String, Doc> documents) {
    Map<String, Oid> oids = new LinkedHashMap<>();
    documents.forEach((name, document) -> oids.put(name, document.documentOid()));
    // what the database does: of each fact the newest version, and only this client's
    Map<String, Given.Fact> newest = new LinkedHashMap<>();
    Stream.concat(row.organisations().stream(), row.facts(CLIENT, oids).stream())
        .filter(fact -> !fact.data().path("client").asString().equals(row.otherClient().toString()))
        .forEach(fact -> newest.put(fact.id(), fact));
    return Facts.of(newest.values().stream().map(Given.Fact::event).toList()).bornOn(born(row));
  }

  private static @Nullable LocalDate born(Row row) {
    return row.client().id() instanceof IdentityCode code ? code.born() : null;
  }

  static Inquiry inquiry(Row row) {
    JsonNode request = row.request();
    Oid by = row.organisation(request.path("by").asString());
    String relationship = request.path("relationship").asString("");
    return new Inquiry(
        Basis.valueOf(request.path("basis").asString()),
        by,
        Oids.unit(
            request.has("unitOf") ? row.organisation(request.path("unitOf").asString()) : by,
            request.path("unit").asInt()),
        request.has("controller") ? row.organisation(request.path("controller").asString()) : null,
        row.client().id() instanceof TemporaryId,
        relationship.isEmpty() ? null : Relationship.valueOf(relationship),
        tasks(request.path("tasks")),
        texts(request.path("services")),
        Sector.valueOf(request.path("source").asString("SOCIAL")),
        TestRoles.orNull(row.role()),
        row.stated(),
        NOON);
  }

  private static Storing storing(Row row, Instant recordedAt) {
    JsonNode chain = row.chain();
    return new Storing(
        recordedAt,
        row.request().path("old").asBoolean(false),
        chain.isObject() ? Given.JSON.treeToValue(chain, StatedChain.class) : null,
        false,
        List.of());
  }

  private static Set<ServiceTask> tasks(JsonNode names) {
    return texts(names).stream().map(ServiceTask::valueOf).collect(Collectors.toSet());
  }

  private static Set<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
  }
}
