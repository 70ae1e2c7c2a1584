package fi.lupa.disclosure.support;

import static fi.lupa.disclosure.support.Given.object;

import fi.lupa.contracts.Oid;
import fi.lupa.testkit.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What callers of the service do, in the words of the tests. */
public final class Calls {
  public static final String RECORDED = "2026-03-10T09:00:00Z";
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

  private final WebTestClient http;

  /** To a service that listens there. */
  public static Calls at(String port) {
    return new Calls(WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build());
  }

  Calls(WebTestClient http) {
    this.http = http;
  }

  public static String token(Oid organisation, String... scopes) {
    return TOKENS.computeIfAbsent(
        organisation + " " + String.join(" ", scopes),
        _ -> TestIssuer.shared().token(organisation.value(), scopes));
  }

  public Answer send(
      HttpMethod method,
      String path,
      @Nullable String token,
      @Nullable Object body,
      String... headers) {
    WebTestClient.RequestBodySpec request = http.method(method).uri(path);
    if (token != null) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (body instanceof MultipartBodyBuilder parts) {
      request.contentType(MediaType.MULTIPART_FORM_DATA).bodyValue(parts.build());
    } else if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).bodyValue(body.toString());
    }
    var result = request.exchange().expectBody().returnResult();
    byte[] content = result.getResponseBodyContent();
    JsonNode json =
        content == null || content.length == 0 || !isJson(result.getResponseHeaders())
            ? object()
            : Given.JSON.readTree(content);
    return new Answer(result.getStatus().value(), result.getResponseHeaders(), json);
  }

  /** Lines of JSON, a PDF and the like are for tests of their own. */
  private static boolean isJson(HttpHeaders headers) {
    MediaType type = headers.getContentType();
    return type != null && type.getSubtype().matches("(.*\\+)?json");
  }

  // --- facts

  public Answer pushed(Object envelope) {
    return send(HttpMethod.POST, "/internal/facts", factsToken(), envelope);
  }

  public Answer pushedTogether(List<Given.Fact> facts) {
    return send(HttpMethod.POST, "/internal/facts/batches", factsToken(), envelopes(facts));
  }

  public static JsonNode envelopes(List<Given.Fact> facts) {
    return Given.JSON.valueToTree(
        Map.of("items", facts.stream().map(Given.Fact::envelope).toList()));
  }

  /** Puts facts in force that no test changes, once. */
  public void givenOnce(List<Given.Fact> facts) {
    synchronized (GIVEN) {
      facts.stream().filter(fact -> GIVEN.add(fact.data().toString())).forEach(this::given);
    }
  }

  /** Puts facts in force; fails when one can't be. */
  public void given(Given.Fact... facts) {
    for (Given.Fact fact : facts) {
      Answer answer = pushed(fact.envelope());
      if (answer.status() != 200) {
        throw new AssertionError("not pushed: " + answer.body());
      }
    }
  }

  public Answer version(String kind, String id) {
    return send(HttpMethod.GET, "/internal/facts/" + kind + "/" + id, factsToken(), null);
  }

  public static String factsToken() {
    return token(Oids.organisation(90000011), "facts.write");
  }

  // --- queries

  public Answer query(Oid organisation, ObjectNode query) {
    return send(HttpMethod.POST, "/v1/record-queries", token(organisation, "records.query"), query);
  }

  public Answer explanation(Oid organisation, String queryId, String... moreScopes) {
    String[] scopes = new String[moreScopes.length + 1];
    scopes[0] = "records.query";
    System.arraycopy(moreScopes, 0, scopes, 1, moreScopes.length);
    return send(HttpMethod.GET, "/v1/record-queries/" + queryId, token(organisation, scopes), null);
  }

  /** In one's own register. */
  public static ObjectNode own(Client client, Oid organisation) {
    return object(
        "client",
        client.json(),
        "basis",
        "OWN_REGISTER",
        "purpose",
        "SERVICE_PROVISION",
        "requester",
        requester(Oids.unit(organisation, 1)),
        "relationship",
        Map.of("type", "OTHER_TASK", "explanation", "Asiakirjojen laadun valvonta"));
  }

  /** In the organiser's register under a usage right. */
  public static ObjectNode use(Client client, Oid organisation, Oid organiser) {
    return own(client, organisation)
        .put("basis", "REGISTER_USAGE_RIGHT")
        .put("controller", organiser.value());
  }

  /** From others by the client's permit. */
  public static ObjectNode disclosure(Client client, Oid organisation) {
    return own(client, organisation).put("basis", "DISCLOSURE").put("ground", "PERMIT");
  }

  public static ObjectNode requester(Oid unit) {
    return object("unit", unit, "professional", professional(unit));
  }

  /** In the role that its kind of organisation has for ordinary work. */
  public static Map<String, String> professional(Oid organisationOrUnit) {
    return Map.of("id", "70001", "name", "Aino Aho", "role", Given.role(organisationOrUnit));
  }

  /** The same query in another role. */
  public static ObjectNode as(ObjectNode query, String role) {
    ((ObjectNode) query.at("/requester/professional")).put("role", role);
    return query;
  }

  // --- documents

  /** Metadata of an XHTML document in one's own register. */
  public static ObjectNode metadata(Client client, Oid controller) {
    return object(
        "documentOid",
        Oids.document(),
        "documentType",
        "1506.15003",
        "client",
        client.json(),
        "serviceTasks",
        List.of("OLDER_PEOPLE"),
        "title",
        Map.of("fi", "Asiakassuunnitelma"),
        "recordedAt",
        RECORDED,
        "language",
        "fi",
        "author",
        Map.of("name", "Eero Eskola", "title", "ohjaaja"),
        "basis",
        "OWN_REGISTER",
        "controller",
        controller,
        "unit",
        Oids.unit(controller, 1));
  }

  /** Makes metadata those of a common matter, in which all are from the same day on. */
  public static ObjectNode common(ObjectNode metadata, String joined, Client... clients) {
    metadata.remove("client");
    metadata.set(
        "clients",
        Given.JSON.valueToTree(
            Stream.of(clients)
                .map(client -> Map.of("client", client.json(), "joined", joined))
                .toList()));
    return metadata;
  }

  public static byte[] page(String text) {
    return ("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + text + "</div>")
        .getBytes(StandardCharsets.UTF_8);
  }

  public static MultipartBodyBuilder upload(Object metadata, byte[] content, MediaType type) {
    MultipartBodyBuilder parts = new MultipartBodyBuilder();
    parts.part("metadata", metadata.toString(), MediaType.APPLICATION_JSON);
    parts.part("content", content, type);
    return parts;
  }

  public Answer store(Oid organisation, Object upload, String key) {
    return send(
        HttpMethod.POST,
        "/v1/documents",
        token(organisation, "records.write"),
        upload,
        "Idempotency-Key",
        key);
  }

  public Answer store(Oid organisation, ObjectNode metadata) {
    return store(
        organisation, upload(metadata, page("teksti"), MediaType.APPLICATION_XHTML_XML), newKey());
  }

  /** Stores; fails when it can't be; gives the document's OID. */
  public String stored(Oid organisation, ObjectNode metadata) {
    Answer answer = store(organisation, metadata);
    if (answer.status() != 201) {
      throw new AssertionError("not stored: " + answer.body());
    }
    return metadata.path("documentOid").asString();
  }

  /** Of a disclosure to the police. */
  public static ObjectNode notice(Client client, Oid controller) {
    return object(
        "client",
        client.json(),
        "author",
        requester(Oids.unit(controller, 1)),
        "disclosedOn",
        "2026-11-20",
        "recipient",
        Map.of(
            "kind",
            "POLICE",
            "organisationName",
            Map.of("fi", "Itä-Suomen poliisilaitos"),
            "name",
            "Risto Rinne"),
        "discloser",
        Map.of("name", "Aino Aho", "title", "ohjaaja", "unit", Oids.unit(controller, 1)),
        "ground",
        "RECIPIENTS_RIGHT",
        "provision",
        "812/2000 18 §",
        "purpose",
        "GUIDANCE_SUPERVISION",
        "documents",
        List.of(Map.of("documentOid", Oids.document(), "documentType", "1506.15003")));
  }

  // --- the citizen's own view
  public Answer my(Client citizen, String path) {
    return send(HttpMethod.GET, path, citizenToken(citizen), null);
  }

  public static String citizenToken(Client citizen) {
    return TOKENS.computeIfAbsent(
        "citizen " + citizen.text(), _ -> TestIssuer.shared().citizenToken(citizen.text()));
  }

  // --- voiding

  /** By the controller itself, the whole document. */
  public static ObjectNode voiding(Client client, Oid controller) {
    return object(
        "client",
        client.json(),
        "basis",
        "OWN_REGISTER",
        "controller",
        controller,
        "unit",
        Oids.unit(controller, 1),
        "reason",
        "WRONG_CONTENT",
        "professional",
        professional(controller));
  }

  public Answer voided(Oid organisation, String document, ObjectNode voiding, String key) {
    return send(
        HttpMethod.POST,
        "/v1/documents/" + document + "/voiding",
        token(organisation, "records.write"),
        voiding,
        "Idempotency-Key",
        key);
  }

  public static String newKey() {
    return UUID.randomUUID().toString();
  }
}
