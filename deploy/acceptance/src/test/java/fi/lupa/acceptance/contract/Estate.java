package fi.lupa.acceptance.contract;

import fi.lupa.acceptance.api.Batch;
import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Organisation;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the northern county and one of its clients have in the system: something for every address
 * that names a thing. Most is made by the example of the route that creates it.
 *
 * @param owner the client
 * @param things their names by the path before the name
 */
public record Estate(Person owner, Map<String, String> things) {
  private static final String EXAMPLES_CLIENT = "020516C903K";

  /** Makes one. */
  public static Estate made(List<Operation> operations) {
    var estate = new Estate(Person.next(), new TreeMap<>());
    Person owner = estate.owner;
    estate.add("/v1/informings", Http.expect(201, Declarations.inform(owner)).text("/id"));
    Document document = Document.xhtml("1506.7009", "FAMILIES", owner);
    Http.expect(201, document.intoOwn(Organisation.NORTH, owner));
    estate.add("/v1/documents", document.oid());
    estate.add("/v1/organisations", Organisation.NORTH.oid());
    estate.add("/v1/onboardings", onboarding());
    estate.add("/v1/my/log-requests", grantedLogRequest(owner));
    Person other = Person.next();
    estate.add("/v1/usage-rights/batches", doneBatch(other));
    Reply query = Http.expect(200, Records.ownRegister(Organisation.NORTH, owner));
    estate.add("/v1/record-queries", query.text("/queryId"));
    estate.add(
        "/v1/break-glass",
        Http.expect(200, Records.secured(Organisation.SOUTH, owner)).text("/queryId"));
    Http.expect(201, Rights.grant(owner, "DISABILITY"));
    // only the operator's: nobody is told of one, whether there is one or not
    estate.add("/v1/log/dead-letters", UUID.randomUUID().toString());
    estate.add("/v1/log/rebuilds", UUID.randomUUID().toString());
    estate.add("/v1/log/months", "2014-01");
    estate.add("/v1/log/entries", UUID.randomUUID().toString());
    operations.stream()
        .filter(op -> op.keyed() && op.takesJson() && !op.namesOne())
        .forEach(estate::create);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !MyLog.of(owner).accesses().isEmpty());
    operations.stream().filter(op -> op.method().equals("GET")).forEach(estate::listed);
    return estate;
  }

  /** What is withheld from a log is somebody else's: it would be missing from the owner's. */
  private void create(Operation op) {
    Person client = op.path().endsWith("/withholdings") ? Person.next() : owner;
    Http.send(request(op, op.bare(), client).as(World.whoMay(op.scope(), owner)))
        .created()
        .ifPresent(id -> add(op.path(), id));
  }

  /** The first of what is listed where things of it can be named. */
  private void listed(Operation op) {
    if (!op.namesOne()) {
      Reply list = Http.send(op.bare().as(World.whoMay(op.scope(), owner)));
      list.list("/items").stream()
          .map(item -> item.path("id").asString(""))
          .filter(id -> !id.isEmpty())
          .findFirst()
          .ifPresent(id -> add(op.path(), id));
    }
  }

  private void add(String root, String name) {
    things.putIfAbsent(root, name);
  }

  private static String doneBatch(Person person) {
    String id = Batch.send(List.of(Batch.grant(person, "FAMILIES")));
    Call read = Call.get(Organisation.NORTH, "/v1/usage-rights/batches/" + id);
    Awaitility.await().until(() -> Http.expect(200, read).text("/state").equals("DONE"));
    return id;
  }

  private static String grantedLogRequest(Person owner) {
    String asked = "/v1/my/log-requests";
    String controller =
        Http.expect(200, Call.get(owner, asked + "/controllers")).list("/items").stream()
            .filter(one -> one.at("/name/fi").asString().startsWith("Pohjoisrannan"))
            .map(one -> one.path("id").asString())
            .findFirst()
            .orElseThrow();
    String id =
        Http.expect(201, Call.create(owner, asked, Map.of("controller", controller))).text("/id");
    Map<String, Object> officer =
        Map.of(
            "unit", Organisation.NORTH.unit(), "professional", Organisation.NORTH.professional());
    Http.expect(
        201,
        Call.create(
            Organisation.NORTH,
            "/v1/log/requests/" + id + "/decision",
            Map.of("requester", officer, "verdict", "GRANTED")));
    return id;
  }

  private static String onboarding() {
    var start =
        Map.of(
            "situation", "EXTENSION",
            "functions", List.of("OLD_DOCUMENTS"),
            "evidence", Map.of("reference", "KELA 2026/118"));
    String at = "/v1/organisations/" + Organisation.NORTH.oid() + "/onboardings";
    return Http.expect(201, Call.create(Organisation.NORTH, at, start)).text("/id");
  }

  /** The thing that an operation's address can name. */
  public Optional<String> thing(Operation op) {
    return Optional.ofNullable(things.get(op.root()));
  }

  /** A request about the thing, or about a client where the body names one: about the owner. */
  public Call about(Operation op, String name) {
    Call bare = op.bare();
    String path = op.address(name);
    return request(
        op, new Call(bare.method(), path, bare.token(), bare.headers(), bare.body()), owner);
  }

  /** A good request about a client, by nobody yet. */
  private static Call request(Operation op, Call bare, Person client) {
    return op.example()
        .filter(body -> op.takesJson())
        .map(body -> bare.json(of(client, body)))
        .orElse(bare);
  }

  private static JsonNode of(Person client, JsonNode body) {
    String text =
        body.toString()
            .replace(EXAMPLES_CLIENT, client.identityCode())
            .replace("010101-900R", client.identityCode())
            .replace(
                "1.2.246.10.91000005.14.2026.4711",
                "1.2.246.10.91000005.14.2026."
                    + Math.abs(UUID.randomUUID().getMostSignificantBits()))
            .replace(
                "1.2.246.10.91000005.22.2026.7",
                "1.2.246.10.91000005.22.2026." + Math.floorMod(client.hashCode(), 1_000_000));
    return JsonMapper.shared().readTree(text);
  }
}
