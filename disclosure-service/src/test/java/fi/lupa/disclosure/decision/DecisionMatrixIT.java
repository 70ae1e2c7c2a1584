package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.asking.AccessRequests;
import fi.lupa.disclosure.decision.Matrix.Row;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentFilter;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.SafetyOf;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The golden matrix over HTTP: same answers, with the facts pushed and the documents stored. */
class DecisionMatrixIT extends DisclosureIT {
  private static final int AT_ONCE = 6;
  private static final int MOST_DOCUMENTS = 100;
  private static final String EXPLANATION = "Selitys, jonka pituus riittää";

  @Autowired private FactStore facts;
  @Autowired private DocumentStore stored;

  private final Map<Rulebook, Calls> instances = new EnumMap<>(Rulebook.class);

  /** Rows don't meet: each has clients, and where it changes them organisations, of its own. */
  @Test
  void everyRowAnswersAsTheRulebookDoes() {
    try (Instance draft = instance("lupa.rulebook=DRAFT_2020");
        Instance former = instance("lupa.rulebook=ACT_784_2021")) {
      instances.put(Rulebook.DRAFT_2020, draft.calls());
      instances.put(Rulebook.ACT_784_2021, former.calls());
      assertThat(wrong()).isEmpty();
    }
  }

  private Map<String, Throwable> wrong() {
    Map<String, Throwable> wrong = new ConcurrentSkipListMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Row row : Matrix.load().rows()) {
        threads.execute(() -> {
          try {
            check(row);
          } catch (RuntimeException | AssertionError e) {
            wrong.put(row.name(), e);
          }
        });
      }
    }
    return wrong;
  }

  private void check(Row row) {
    Client client = row.client();
    calls.givenOnce(row.organisations());
    Map<String, Oid> documents = new LinkedHashMap<>();
    row.documents().forEach(name -> documents.put(name, stored(row, client, name)));
    List<Given.Fact> given = row.facts(client.ref(), documents);
    if (!given.isEmpty()) {
      assertThat(calls.pushedTogether(given).status()).isEqualTo(200);
    }
    row.protections()
        .forEach(one ->
            new SafetyOf(sql(), client)
                .protects(
                    row.organisation("north"),
                    one.since().toString(),
                    one.until() == null ? null : one.until().toString()));
    if (row.isStore()) {
      store(row, client);
    } else {
      query(row, client, documents);
      if (row.isCommon()) {
        query(row.ofOther(), row.other(), documents);
      }
    }
  }

  private Oid stored(Row row, Client client, String name) {
    JsonNode document = row.document(name);
    Oid controller = row.organisation(document.path("controller").asString());
    ObjectNode metadata = Calls.metadata(client, controller);
    metadata.set("documentType", document.path("type"));
    metadata.set("serviceTasks", document.path("tasks"));
    if (document.has("services")) {
      metadata.set("socialServices", document.path("services"));
    }
    metadata.set("recordedAt", document.path("recordedAt"));
    Map.of("old", "old", "phase", "phase", "category", "specialCategory")
        .forEach((from, to) -> {
          if (document.has(from)) {
            metadata.set(to, document.path(from));
          }
        });
    if (document.has("group")) {
      metadata.set("patientDataGroup", document.path("group"));
      metadata.remove("serviceTasks");
    }
    if (row.isCommon()) {
      Calls.common(metadata, "2020-01-01", client, row.other());
    }
    return new Oid(calls.stored(controller, metadata));
  }

  private void query(Row row, Client client, Map<String, Oid> documents) {
    JsonNode request = row.request();
    Oid by = row.organisation(request.path("by").asString());
    ObjectNode query = Calls.own(client, by);
    query.set("requester", Calls.requester(unit(row, request, by)));
    query.set("basis", request.path("basis"));
    query.remove("relationship");
    if (!request.path("relationship").asString("").isEmpty()) {
      query.set("relationship", relationship(request.path("relationship").asString()));
    }
    ground(row, query);
    copy(row, request, query);
    ((ObjectNode) query.at("/requester/professional")).put("role", row.role());
    query.put("include", "CONTENT");
    if (row.needsContact()) {
      query.put("contactData", "NEEDED");
    }
    fromTheDatabase(row, client, documents);
    Answer answer = under(row).query(by, query);
    JsonNode explanation = calls.explanation(by, answer.queryId()).body();
    assertThat(explanation.path("rulebook").asString()).isEqualTo(row.rulebook().name());
    if (!row.denied().isEmpty()) {
      denied(row, answer, explanation);
      return;
    }
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.documents())
        .containsExactlyInAnyOrderElementsOf(
            row.gives().stream().map(name -> documents.get(name).value()).toList());
    boolean partial = !row.withholds().isEmpty();
    boolean told = !isNarrowed(query);
    assertThat(answer.outcome()).isEqualTo(partial && told ? "PARTIAL" : "PERMITTED");
    assertThat(answer.body().has("someDataNotAvailable")).isEqualTo(told);
    assertThat(answer.body().path("someDataNotAvailable").asBoolean(false))
        .isEqualTo(partial && told);
    assertThat(texts(answer.body().at("/decision/legalReferences"))).isEqualTo(row.law());
    assertThat(answer.body().path("documents").values())
        .allMatch(document -> document.has("contactData") != row.hides().isEmpty())
        .allMatch(document -> document.has("content") == row.hides().isEmpty());
    assertThat(failed(explanation)).isEqualTo(row.hides());
    assertThat(withheld(answer.queryId())).isEqualTo(byOid(row, documents));
  }

  /** An instance that judges by the row's rulebook. */
  private Calls under(Row row) {
    return row.rulebook() == Rulebook.ACT_703_2023
        ? calls
        : Objects.requireNonNull(instances.get(row.rulebook()));
  }

  /** The same by what the service's own stores load, without HTTP. */
  private void fromTheDatabase(Row row, Client client, Map<String, Oid> documents) {
    Inquiry inquiry = DecisionMatrixTest.inquiry(row);
    List<Oid> concerned =
        Stream.concat(Stream.of(inquiry.organisation()), Stream.ofNullable(inquiry.controller()))
            .distinct()
            .toList();
    Facts known =
        AccessRequests.about(
            client.id(),
            Objects.requireNonNull(
                facts.load(client.ref(), concerned, inquiry.basis() == Basis.DISCLOSURE).block()));
    Map<String, String> withheld = new TreeMap<>();
    Set<String> given = new TreeSet<>();
    String denied = "";
    switch (row.rulebook().decide(inquiry, known)) {
      case Verdict.Denied no -> denied = no.rule().code();
      case Verdict.Allowed allowed -> {
        for (Document one : found(known.found(client.ref()), allowed.scope(), inquiry)) {
          switch (allowed.documentRules().judge(one)) {
            case DocumentVerdict.Given _ -> given.add(one.documentOid().value());
            case DocumentVerdict.Withheld why ->
                withheld.put(one.documentOid().value(), why.rule().code());
            case DocumentVerdict.OutOfScope _ -> {}
          }
        }
      }
    }
    assertThat(denied).as("by SQL").isEqualTo(row.denied());
    assertThat(given)
        .as("by SQL")
        .isEqualTo(
            row.gives().stream()
                .map(name -> documents.get(name).value())
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(withheld).as("by SQL").isEqualTo(byOid(row, documents));
  }

  private List<Document> found(Set<ClientRef> refs, Scope scope, Inquiry inquiry) {
    DocumentFilter filter =
        new DocumentFilter(
            inquiry.serviceTasks(),
            inquiry.socialServices(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null,
            false);
    return stored.page(refs, scope, filter, null, MOST_DOCUMENTS).block();
  }

  private static Map<String, String> byOid(Row row, Map<String, Oid> documents) {
    return row.withholds().entrySet().stream()
        .collect(Collectors.toMap(e -> documents.get(e.getKey()).value(), Map.Entry::getValue));
  }

  /** What a disclosure's ground states beside it. */
  private static void ground(Row row, ObjectNode query) {
    if (!query.path("basis").asString().equals("DISCLOSURE")) {
      return;
    }
    Stated stated = row.stated();
    query.put("ground", row.ground().isEmpty() ? "PERMIT" : row.ground());
    if (stated.necessity()) {
      query.put("necessity", "CONFIRMED");
    }
    if (stated.wideSearch()) {
      query.set(
          "wideSearch", Given.object("reasonCode", "NEED_ASSESSMENT", "explanation", EXPLANATION));
    }
    if (stated.incapacity()) {
      query.set("incapacity", Given.object("reason", "MEMORY_ILLNESS", "representative", "NONE"));
    }
    if (stated.protection() != null) {
      query.set(
          "protection",
          Given.object(
              "reason",
              stated.protection().reason(),
              "permit",
              stated.protection().permit(),
              "immediateCare",
              stated.protection().immediateCare(),
              "explanation",
              EXPLANATION));
    }
  }

  private static boolean isNarrowed(JsonNode query) {
    String basis = query.path("basis").asString();
    return query.has("socialServices")
        || (basis.equals("DISCLOSURE") && query.has("controller"))
        || (!basis.equals("REGISTER_USAGE_RIGHT") && query.has("serviceTasks"));
  }

  private static String failed(JsonNode explanation) {
    return explanation
        .path("rules")
        .valueStream()
        .map(rule -> rule.path("code").asString(""))
        .collect(Collectors.joining());
  }

  /** What the record says was withheld, read where it stands: no reader sees all of it. */
  private static Map<String, String> withheld(String queryId) {
    JsonNode record =
        Given.JSON.readTree(
            sql()
                .column("select explanation from access_record where id = '" + queryId + "'")
                .getFirst());
    return record
        .path("withheld")
        .valueStream()
        .collect(
            Collectors.toMap(
                d -> d.path("documentOid").asString(), d -> d.path("code").asString()));
  }

  private void store(Row row, Client client) {
    JsonNode request = row.request();
    Oid by = row.organisation(request.path("by").asString());
    ObjectNode metadata = Calls.metadata(client, by);
    metadata.set("basis", request.path("basis"));
    metadata.set("recordedAt", request.path("recordedAt"));
    metadata.put("unit", unit(row, request, by).value());
    copy(row, request, metadata);
    if (request.has("old")) {
      metadata.set("old", request.path("old"));
    }
    if (row.chain().isObject()) {
      metadata.set("chain", row.chain());
    }
    Answer answer = under(row).store(by, metadata);
    JsonNode explanation = calls.explanation(by, answer.queryId()).body();
    if (row.denied().isEmpty()) {
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
      assertThat(texts(explanation.path("legalReferences"))).isEqualTo(row.law());
    } else {
      denied(row, answer, explanation);
    }
  }

  private static void denied(Row row, Answer answer, JsonNode explanation) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo(row.denied());
    assertThat(explanation.path("outcome").asString()).isEqualTo("DENIED");
    assertThat(explanation.path("reasonCode").asString()).isEqualTo(row.denied());
    assertThat(texts(explanation.path("legalReferences"))).isEqualTo(row.law());
    assertThat(explanation.path("given")).isEmpty();
  }

  private static ObjectNode relationship(String type) {
    ObjectNode stated = Given.object("type", type);
    return switch (type) {
      case "OTHER_TASK" -> stated.put("explanation", "Perheen palvelutarpeen arviointi");
      case "CARE_RELATIONSHIP" -> stated.put("id", "visit-2026-117");
      default -> stated;
    };
  }

  private static Oid unit(Row row, JsonNode request, Oid by) {
    Oid of = request.has("unitOf") ? row.organisation(request.path("unitOf").asString()) : by;
    return Oids.unit(of, request.path("unit").asInt());
  }

  private static void copy(Row row, JsonNode request, ObjectNode to) {
    if (request.has("controller")) {
      to.put("controller", row.organisation(request.path("controller").asString()).value());
    }
    if (request.has("tasks")) {
      to.set("serviceTasks", request.path("tasks"));
    }
    if (request.has("services")) {
      to.set("socialServices", request.path("services"));
    }
    if (request.has("source")) {
      to.set("source", request.path("source"));
    }
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
