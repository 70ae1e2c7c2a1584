package fi.lupa.acceptance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Caller;
import fi.lupa.acceptance.api.Forged;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Organisation;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Tokens;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.contract.Estate;
import fi.lupa.acceptance.contract.Interface;
import fi.lupa.acceptance.contract.Operation;
import fi.lupa.acceptance.contract.Refusal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every route that the OpenAPI files offer, asked by everybody who may not: the expected refusal,
 * and nothing told by it. A new route is in here by being in its file.
 */
@Order(32)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityMatrixIT {
  private static final long HOUR = 3600;
  private static final Set<String> MEMBERS =
      Set.of("type", "title", "status", "detail", "code", "instance", "traceId");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Open to every organisation that may read or record such: whose they are doesn't matter. */
  private static final Set<String> SHARED =
      Set.of(
          "/v1/organisations", // the register of organisations is public
          "/v1/informings", // declarations are the client's: any provider may record and read them
          "/v1/permits",
          "/v1/prohibitions",
          "/v1/guardian-prohibitions",
          "/v1/my/log-requests/controllers"); // the same names for everybody

  private List<Operation> operations;
  private Estate estate;
  private Set<String> everyScope;

  @BeforeAll
  void prepare() {
    World.prepare();
    operations = Interface.operations();
    estate = Estate.made(operations);
    everyScope =
        operations.stream().flatMap(op -> op.scopes().stream()).collect(Collectors.toSet());
    everyScope.add("facts.write");
  }

  @Test
  void whatIsForgedHereIsGoodWhenNothingIsChanged() {
    Person owner = estate.owner();
    assertThat(status(Call.of("GET", "/v1/organisations"), Organisation.NORTH, claims -> {}))
        .isEqualTo(200);
    assertThat(status(Call.of("GET", "/v1/my/permits"), owner, claims -> {})).isEqualTo(200);
  }

  private static int status(Call call, Caller caller, Consumer<ObjectNode> change) {
    return Http.send(call.bearer(Forged.changed(Tokens.of(caller), change))).status();
  }

  @TestFactory
  Stream<DynamicTest> withoutAToken() {
    return each(op -> true, op -> refused(op, good(op), 401, "TOKEN_MISSING"));
  }

  @TestFactory
  Stream<DynamicTest> withAnExpiredToken() {
    return changed(claims -> {
      long now = Instant.now().getEpochSecond();
      claims.put("iat", now - 2 * HOUR).put("nbf", now - 2 * HOUR).put("exp", now - HOUR);
    });
  }

  @TestFactory
  Stream<DynamicTest> withATokenOfLater() {
    return changed(claims -> claims.put("nbf", Instant.now().getEpochSecond() + HOUR));
  }

  @TestFactory
  Stream<DynamicTest> withATokenOfAnotherIssuer() {
    return changed(claims -> claims.put("iss", "https://issuer.invalid"));
  }

  @TestFactory
  Stream<DynamicTest> withATokenForAnotherAudience() {
    return changed(claims -> claims.putArray("aud").add("another"));
  }

  @TestFactory
  Stream<DynamicTest> withATokenThatNobodyTrustedSigned() {
    return each(
        op -> true,
        op -> {
          String real = Tokens.of(usual(op));
          for (String token :
              List.of(
                  "x",
                  Forged.unsigned(real),
                  Forged.byAnotherKey(real),
                  real.substring(0, real.length() - 6) + "AAAAAA")) {
            refused(op, good(op).bearer(token), 401, "TOKEN_INVALID");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> withEveryScopeButTheRightOne() {
    return each(
        op -> true,
        op -> {
          Set<String> others = new TreeSet<>(everyScope);
          op.scopes().forEach(others::remove);
          for (Caller caller : List.of(Organisation.NORTH, estate.owner())) {
            String token =
                Forged.changed(
                    Tokens.of(caller), claims -> others.forEach(claims.putArray("scope")::add));
            refused(op, good(op).bearer(token), 403, "SCOPE_MISSING");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> withATokenOfNobody() {
    return each(
        op -> true,
        op -> {
          String token =
              Forged.changed(
                  Tokens.of(usual(op)),
                  claims -> claims.remove(List.of("org", "urn:oid:1.2.246.21")));
          String code =
              usual(op) instanceof Person ? "CITIZEN_NOT_IDENTIFIED" : "ORGANISATION_MISSING";
          refused(op, good(op).bearer(token), 403, code);
        });
  }

  @Test
  void everyAddressThatNamesAThingHasOneToName() {
    assertThat(operations)
        .filteredOn(Operation::namesOne)
        .allSatisfy(op -> assertThat(estate.thing(op)).as("Estate has none for " + op).isPresent());
  }

  /** What isn't one's own answers as what doesn't exist. */
  @TestFactory
  Stream<DynamicTest> aboutWhatIsAnothers() {
    Map<String, String> before = owned();
    return Stream.concat(
        each(
            op -> op.namesOne() && !isShared(op) && stranger(op).isPresent(),
            op -> {
              Caller stranger = stranger(op).orElseThrow();
              String thing = estate.thing(op).orElseThrow();
              String nothing = absent(thing);
              assertThat(nothing).isNotEqualTo(thing);
              Reply real = Http.send(estate.about(op, thing).as(stranger));
              Reply none = Http.send(estate.about(op, nothing).as(stranger));
              assertThat(real.status()).as(real.body()).isBetween(403, 404);
              assertThat(told(real, thing)).isEqualTo(told(none, nothing));
            }),
        Stream.of(dynamicTest("and it is as it was", () -> assertThat(owned()).isEqualTo(before))));
  }

  /** Lists and searches show a stranger nothing of the owner's, not even a search about them. */
  @TestFactory
  Stream<DynamicTest> listsOfOthers() {
    return each(
        op -> !op.namesOne() && op.reads() && !isShared(op) && stranger(op).isPresent(),
        op -> {
          Reply own = Http.send(estate.about(op, "").as(usual(op)));
          Reply others = Http.send(estate.about(op, "").as(stranger(op).orElseThrow()));
          assertThat(own.status()).as(own.body()).isIn(200, 404);
          assertThat(Collections.disjoint(names(others), names(own))).as(others.body()).isTrue();
          assertThat(others.body())
              .doesNotContain(estate.things().values())
              .doesNotContain(estate.owner().identityCode());
        });
  }

  /** A citizen knows documents and organisations by references only (content definition 1505.9). */
  @Test
  void noOidReachesACitizen() {
    Person owner = estate.owner();
    String document = estate.things().get("/v1/my/documents");
    String organisation =
        Http.expect(200, Call.get(owner, "/v1/my/organisations")).text("/items/0/id");
    Http.expect(201, prohibited(Map.of("type", "DOCUMENT", "document", document)));
    Http.expect(201, prohibited(Map.of("type", "CONTROLLER", "controller", organisation)));
    var recipient = Map.of("type", "PRIVATE_PROVIDER", "organisation", organisation);
    Http.expect(
        201,
        Call.create(
            owner,
            "/v1/my/permits",
            Map.of(
                "kind", "SOCIAL_TO_HEALTH",
                "decision", "GIVEN",
                "textVersion", "2026-1",
                "targets",
                    List.of(Map.of("recipient", recipient, "serviceTasks", List.of("FAMILIES"))))));

    assertThat(operations)
        .filteredOn(op -> op.path().startsWith("/v1/my/") && op.method().equals("GET"))
        .hasSizeGreaterThan(10)
        .allSatisfy(op ->
            assertThat(Http.send(good(op).as(usual(op))).body())
                .doesNotContain("1.2.246.")
                .doesNotContain(estate.things().get("/v1/documents")));
  }

  private Call prohibited(Map<String, Object> target) {
    return Call.create(estate.owner(), "/v1/my/prohibitions", Map.of("target", target));
  }

  private static boolean isShared(Operation op) {
    return SHARED.contains(op.path().split("/(\\{|searches)")[0])
        && !op.path().endsWith("/onboardings");
  }

  /** What its owner reads of it. */
  private Map<String, String> owned() {
    var read = new TreeMap<String, String>();
    operations.stream()
        .filter(op -> op.method().equals("GET") && op.namesOne() && !isShared(op))
        .filter(op -> !op.path().contains("/log")) // what is tried here is told there
        .forEach(op ->
            read.put(
                op.path(),
                Http.expect(200, estate.about(op, estate.thing(op).orElseThrow()).as(usual(op)))
                    .body()));
    return read;
  }

  /** A name like it that nothing has. */
  private static String absent(String thing) {
    return thing.startsWith("1.2.")
        ? thing.replace("91000005", "99999998")
        : thing.replaceAll(".{4}$", "1111");
  }

  private static String told(Reply reply, String name) {
    String text = reply.body().replace(name, "");
    return reply.status() + UUID_TEXT.matcher(text).replaceAll("").replaceAll("[0-9a-f]{32}", "");
  }

  private static Set<String> names(Reply reply) {
    return UUID_TEXT
        .matcher(reply.body())
        .results()
        .map(m -> m.group())
        .collect(Collectors.toSet());
  }

  private Caller usual(Operation op) {
    return World.whoMay(op.scope(), estate.owner());
  }

  /** Somebody else whose token may hold the scope. */
  private static Optional<Caller> stranger(Operation op) {
    return Stream.of(Organisation.SOUTH, Organisation.PRODUCER, Person.next())
        .map(Caller.class::cast)
        .filter(caller -> Forged.scopes(Tokens.of(caller)).contains(op.scope()))
        .findFirst();
  }

  private Call good(Operation op) {
    return estate.about(op, estate.thing(op).orElse(""));
  }

  private Stream<DynamicTest> changed(Consumer<ObjectNode> change) {
    return each(
        op -> true,
        op ->
            refused(
                op,
                good(op).bearer(Forged.changed(Tokens.of(usual(op)), change)),
                401,
                "TOKEN_INVALID"));
  }

  /** Refused so, with a problem that tells nothing of what was asked or is there. */
  private void refused(Operation op, Call call, int status, String code) {
    Reply reply = Refusal.of(call, status, code);
    assertThat(reply.json().propertyNames()).isSubsetOf(MEMBERS);
    String told =
        Stream.of("/title", "/detail", "/type", "/code").map(reply::text).collect(joining(" "));
    assertThat(told).doesNotContain(estate.owner().identityCode());
    op.example().stream()
        .flatMap(SecurityMatrixIT::texts)
        .filter(text -> text.length() > 7)
        .forEach(text -> assertThat(told).doesNotContain(text));
    assertThat(reply.headers().map().keySet())
        .as("no state of a thing in a header")
        .doesNotContain("etag", "location");
    assertThat(reply.header("WWW-Authenticate")).doesNotContain("org", "scope=", "issuer");
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isValueNode()
        ? Stream.of(node.asString(""))
        : node.valueStream().flatMap(SecurityMatrixIT::texts);
  }

  private interface Check {
    void on(Operation op);
  }

  private Stream<DynamicTest> each(Predicate<Operation> chosen, Check check) {
    List<Operation> some = operations.stream().filter(chosen).toList();
    assertThat(some).isNotEmpty();
    return some.stream().map(op -> dynamicTest(op.toString(), () -> check.on(op)));
  }
}
