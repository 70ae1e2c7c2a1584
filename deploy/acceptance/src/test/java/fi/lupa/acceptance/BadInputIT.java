package fi.lupa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Caller;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Organisation;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Tokens;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.contract.Interface;
import fi.lupa.acceptance.contract.Mutation;
import fi.lupa.acceptance.contract.Operation;
import fi.lupa.acceptance.contract.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Wrong requests through the gateway, made out of the OpenAPI files for every route. */
@Order(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private static final int OVER_JSON_LIMIT = 300 * 1024;
  private static final int OVER_DOCUMENT_LIMIT = 13 * 1024 * 1024;
  private static final int OVER_BATCH_LIMIT = 49 * 1024 * 1024;

  private final Person citizen = Person.next();
  private final List<Operation> operations = prepared();

  private List<Operation> prepared() {
    World.prepare();
    Http.expect(201, Declarations.inform(citizen));
    return Interface.operations();
  }

  @Test
  void everyRouteIsKnown() {
    assertThat(operations).hasSizeGreaterThanOrEqualTo(35);
    assertThat(operations).allSatisfy(op -> assertThat(op.scope()).isNotBlank());
  }

  @TestFactory
  Stream<DynamicTest> withAnotherMethod() {
    return each(op -> {
      boolean deletes =
          operations.stream()
              .anyMatch(o -> o.path().equals(op.path()) && o.method().equals("DELETE"));
      Call wrong = Call.of(deletes ? "PATCH" : "DELETE", op.bare().path());
      Reply reply = Refusal.of(wrong.as(caller(op)), 405, "METHOD_NOT_ALLOWED");
      assertThat(reply.header("Allow")).contains(op.method());
    });
  }

  @TestFactory
  Stream<DynamicTest> forAnotherForm() {
    return of(
        operations.stream().filter(op -> op.statuses().contains("406")),
        op ->
            Refusal.of(
                op.call().as(caller(op)).header("Accept", "application/xml"),
                406,
                "NOT_ACCEPTABLE"));
  }

  @TestFactory
  Stream<DynamicTest> aboutWhatDoesNotExist() {
    return of(
        operations.stream().filter(Operation::namesOne),
        op -> Refusal.of(call(op), 404, "NOT_FOUND"));
  }

  @TestFactory
  Stream<DynamicTest> withoutAnIdempotencyKeyOrWithABadOne() {
    return of(
        operations.stream().filter(Operation::keyed),
        op -> {
          Call call = call(op);
          Refusal.of(without(call, "Idempotency-Key"), 400, "IDEMPOTENCY_KEY_MISSING");
          Refusal.of(call.key("k".repeat(101)), 400, "IDEMPOTENCY_KEY_MISSING");
          Refusal.of(call.key("a b"), 400, "IDEMPOTENCY_KEY_MISSING");
        });
  }

  @TestFactory
  Stream<DynamicTest> withoutTheVersionOrWithABadOne() {
    return of(
        operations.stream().filter(Operation::conditional),
        op -> {
          Refusal.of(without(call(op), "If-Match"), 428, "PRECONDITION_REQUIRED");
          Refusal.of(call(op).ifMatch("1"), 412, "VERSION_CONFLICT");
        });
  }

  @TestFactory
  Stream<DynamicTest> withABadPage() {
    return of(
        operations.stream().filter(op -> op.parameters().contains("limit")),
        op -> {
          for (String query :
              List.of("limit=0", "limit=201", "limit=x", "cursor=x", "cursor=%00")) {
            Call call = call(op);
            String path = call.path() + (op.query().isEmpty() ? "?" : "&") + query;
            Refusal.of(Call.of("GET", path).as(caller(op)), 400, "REQUEST_INVALID");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> withABodyOfTheWrongKindOrSize() {
    return of(
        operations.stream().filter(op -> !op.mediaType().isEmpty()),
        op -> {
          Call call = op.bare().as(caller(op));
          Refusal.of(call.text("text/plain", "{}"), 415, "MEDIA_TYPE_UNSUPPORTED");
          Refusal.of(call.text("application/xml", "<a/>"), 415, "MEDIA_TYPE_UNSUPPORTED");
          int size =
              op.takesLines()
                  ? OVER_BATCH_LIMIT
                  : op.takesDocument() ? OVER_DOCUMENT_LIMIT : OVER_JSON_LIMIT;
          String type = op.takesDocument() ? op.mediaType() + "; boundary=x" : op.mediaType();
          Refusal.of(
              call.text(type, "{\"x\":\"" + "x".repeat(size) + "\"}"), 413, "PAYLOAD_TOO_LARGE");
        });
  }

  @TestFactory
  Stream<DynamicTest> withABodyThatIsNoGoodJson() {
    return of(
        operations.stream().filter(Operation::takesJson),
        op -> {
          Call call = op.bare().as(caller(op));
          String good = JsonMapper.shared().writeValueAsString(body(op));
          for (String bad :
              List.of(
                  "",
                  "{",
                  "[]",
                  "null",
                  "\"x\"",
                  good + "x",
                  good.replaceFirst("\\{", "{\"client\":1,\"client\":2,"))) {
            Refusal.of(call.text("application/json", bad), 400, "REQUEST_INVALID");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> withABodyThatIsBadInOnePlace() {
    return operations.stream()
        .filter(Operation::takesJson)
        .flatMap(op ->
            Mutation.of(body(op), op.required(), op.open()).stream()
                .map(bad ->
                    dynamicTest(
                        op + ": " + bad,
                        () ->
                            Refusal.invalid(
                                op.call(bad.body()).as(caller(op)), bad.pointer(), bad.sent()))));
  }

  @TestFactory
  Stream<DynamicTest> aDocumentWhoseMetadataIsBadInOnePlace() {
    Document document = Document.xhtml("1506.7009", "FAMILIES", citizen);
    Organisation north = Organisation.NORTH;
    JsonNode good =
        JsonMapper.shared().valueToTree(document.metadata(north, north, "OWN_REGISTER", citizen));
    return Mutation.of(
            good, java.util.Set.of("unit", "title", "recordedAt", "basis"), java.util.Set.of())
        .stream()
        .map(bad ->
            dynamicTest(
                bad.name(),
                () -> {
                  Map<String, Object> metadata = members(bad.body());
                  Call call = document.upload(metadata).as(north);
                  Refusal.invalid(call, bad.pointer(), bad.sent());
                }));
  }

  @Test
  void everyCenturySeparatorIsKnown() {
    for (char separator : "+-YXWVUABCDEF".toCharArray()) {
      Person person = Person.of("010203", separator, 42);
      Reply none =
          Http.expect(
              200,
              Call.post(
                  Organisation.NORTH, "/v1/permits/searches", Map.of("client", person.client())));
      assertThat(none.list("/items")).isEmpty();
    }
  }

  @Test
  void whatIsInsideStaysInside() {
    for (String path :
        List.of(
            "/internal/facts",
            "/internal/representations/checks",
            "/v1",
            "/v1/nothing",
            "/v1/usage-rights/..")) {
      assertThat(Http.send(Call.get(Organisation.NORTH, path)).status()).as(path).isEqualTo(404);
    }
    Refusal.of(
        Call.of("POST", "/v1/usage-rights/%2e%2e/organisations").as(Organisation.NORTH),
        404,
        "NOT_FOUND");
  }

  @Test
  void aTokenOfAServiceIsNoKeyToData() {
    String token = Tokens.ofClient("consent-service");
    Refusal.of(Declarations.prohibitions(citizen).bearer(token), 403, "SCOPE_MISSING");
  }

  /** A good request by somebody who may send it. */
  private Call call(Operation op) {
    return op.takesJson() ? op.call(body(op)).as(caller(op)) : op.bare().as(caller(op));
  }

  private JsonNode body(Operation op) {
    return op.example()
        .orElseGet(() -> {
          assertThat(op).asString().as("has no example").isEqualTo("PUT /v1/organisations/{oid}");
          var change = new java.util.HashMap<>(Organisation.SOUTH.registration());
          change.remove("oid");
          return JsonMapper.shared().valueToTree(change);
        });
  }

  private Caller caller(Operation op) {
    return World.whoMay(op.scope(), citizen);
  }

  private static Call without(Call call, String header) {
    var headers = new java.util.HashMap<>(call.headers());
    headers.remove(header);
    return new Call(call.method(), call.path(), call.token(), headers, call.body());
  }

  private static Map<String, Object> members(JsonNode object) {
    var members = new java.util.HashMap<String, Object>();
    object.propertyStream().forEach(p -> members.put(p.getKey(), p.getValue()));
    return members;
  }

  private interface Check {
    void on(Operation op);
  }

  private Stream<DynamicTest> each(Check check) {
    return of(operations.stream(), check);
  }

  private static Stream<DynamicTest> of(Stream<Operation> chosen, Check check) {
    var tests = new ArrayList<DynamicTest>();
    chosen.forEach(op -> tests.add(dynamicTest(op.toString(), (Executable) () -> check.on(op))));
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }
}
