package fi.lupa.authorization.support;

import fi.lupa.testkit.TestIssuer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What callers of the service do, in the words of the tests. */
public final class Calls {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  public static final String OPERATOR = "1.2.246.10.90000011.10.0";
  private static final String[] ALL_SCOPES = {
    "organisations.manage",
    "organisations.read",
    "onboarding.manage",
    "rights.manage",
    "rights.read"
  };
  private static final AtomicInteger COUNT = new AtomicInteger(1000000);

  private final WebTestClient http;

  Calls(WebTestClient http) {
    this.http = http;
  }

  /** An answer: status, headers and body. */
  public record Answer(int status, HttpHeaders headers, JsonNode body) {
    public String code() {
      return body.path("code").asString();
    }

    public String text(String member) {
      return body.path(member).asString();
    }

    public String etag() {
      return String.valueOf(headers.getETag());
    }
  }

  /** A body of alternating names and values. */
  public static ObjectNode body(Object... members) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put((String) members[i], members[i + 1]);
    }
    return JSON.valueToTree(map);
  }

  public static ObjectNode with(ObjectNode body, String member, Object value) {
    ObjectNode copy = body.deepCopy();
    copy.set(member, JSON.valueToTree(value));
    return copy;
  }

  public static String token(String organisation) {
    return TestIssuer.shared().token(organisation, ALL_SCOPES);
  }

  /** An OID that no other test uses. */
  public static String newOid() {
    return "1.2.246.10." + COUNT.incrementAndGet() + ".10.0";
  }

  /** The n-th unit of an organisation. */
  public static String unit(String organisation, int n) {
    return organisation.substring(0, organisation.length() - 1) + n;
  }

  public Answer send(HttpMethod method, String path, String token, Object body, String... headers) {
    WebTestClient.RequestBodySpec request = http.method(method).uri(path);
    if (token != null) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).bodyValue(body.toString());
    }
    var result = request.exchange().expectBody().returnResult();
    byte[] content = result.getResponseBodyContent();
    JsonNode json =
        content == null || content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content);
    return new Answer(result.getStatus().value(), result.getResponseHeaders(), json);
  }

  public Answer get(String path, String organisation) {
    return send(HttpMethod.GET, path, token(organisation), null);
  }

  public Answer post(String path, String organisation, Object body, String... headers) {
    return send(HttpMethod.POST, path, token(organisation), body, headers);
  }

  /** A registration of a joined public social provider with two units. */
  public static ObjectNode registration(String oid) {
    return body(
        "oid",
        oid,
        "businessId",
        "9100000-5",
        "name",
        Map.of("fi", "Pohjoisrannan hyvinvointialue"),
        "sector",
        "SOCIAL",
        "ownership",
        "PUBLIC",
        "status",
        "JOINED",
        "functions",
        Arrays.asList("ARCHIVING", "REGISTER_USAGE_RIGHT"),
        "units",
        Arrays.asList(
            Map.of("oid", unit(oid, 1), "name", Map.of("fi", "Yksikkö 1", "sv", "Enhet 1")),
            Map.of("oid", unit(oid, 2), "name", Map.of("fi", "Yksikkö 2"))));
  }

  public Answer register(Object body) {
    return register(body, newKey());
  }

  public Answer register(Object body, String key) {
    return post("/v1/organisations", OPERATOR, body, "Idempotency-Key", key);
  }

  /** Registers an organisation that can take part in rights; gives its OID. */
  public String registered() {
    return registered(registration(newOid()));
  }

  public String registered(ObjectNode registration) {
    Answer answer = register(registration);
    if (answer.status() != 201) {
      throw new AssertionError("not registered: " + answer.body());
    }
    return registration.path("oid").asString();
  }

  public Answer change(String oid, String etag, ObjectNode registration) {
    ObjectNode body = registration.deepCopy();
    body.remove("oid");
    return send(
        HttpMethod.PUT, "/v1/organisations/" + oid, token(OPERATOR), body, "If-Match", etag);
  }

  /** A grant to the producer's first unit, from today on, without end. */
  public static ObjectNode grant(String identityCode, String producer) {
    return body(
        "client",
        Map.of("identityCode", identityCode),
        "serviceTask",
        "OLDER_PEOPLE",
        "producer",
        producer,
        "producerUnit",
        unit(producer, 1),
        "start",
        AuthorizationIT.TODAY);
  }

  public Answer grant(String organiser, Object body) {
    return grant(organiser, body, newKey());
  }

  public Answer grant(String organiser, Object body, String key) {
    return post("/v1/usage-rights", organiser, body, "Idempotency-Key", key);
  }

  public Answer end(String organiser, String id, String etag, Object body) {
    return post("/v1/usage-rights/" + id + "/end", organiser, body, "If-Match", etag);
  }

  public Answer search(String party, Object body) {
    return post("/v1/usage-rights/searches", party, body);
  }

  public static String newKey() {
    return UUID.randomUUID().toString();
  }
}
