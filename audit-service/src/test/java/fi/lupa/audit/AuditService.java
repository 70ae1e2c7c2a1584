package fi.lupa.audit;

import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.testkit.OpenApiContract;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TestIssuer;
import fi.lupa.testkit.TestPersons;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service as a citizen sees it. Every answer is checked against the contract. */
final class AuditService {
  private static final AtomicInteger PERSONS = new AtomicInteger(100);
  private static final ClientRefs REFS =
      new ClientRefs(Base64.getDecoder().decode(ServiceProperties.CLIENT_REF_KEY));

  static final OpenApiContract CONTRACT = OpenApiContract.load("/openapi/audit.yaml");

  private final WebTestClient http;

  AuditService(WebTestClient http) {
    this.http = http.mutate().filter(CONTRACT.checking()).build();
  }

  /** Someone whom no other test has used. */
  static Person person() {
    String code = TestPersons.identityCode(PERSONS.incrementAndGet());
    ClientId id = new IdentityCode(code);
    return new Person(code, REFS.of(id));
  }

  /** A child whom no other test has used; not of age before 2030. */
  static Person child() {
    int n = PERSONS.incrementAndGet();
    String born = "%02d%02d15".formatted(1 + n % 28, 1 + n / 28 % 12);
    int individual = 900 + n % 100;
    String code =
        born
            + "A"
            + individual
            + "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(born + individual) % 31);
    return new Person(code, REFS.of(new IdentityCode(code)));
  }

  record Person(String identityCode, ClientRef ref) {
    String token() {
      return TestIssuer.shared().citizenToken(identityCode);
    }
  }

  WebTestClient.ResponseSpec get(String token, String language, String uri, Object... variables) {
    return http.get()
        .uri(uri, variables)
        .headers(headers -> headers.setBearerAuth(token))
        .header("Accept-Language", language)
        .exchange();
  }

  /** As Lupa's operator. */
  WebTestClient.ResponseSpec operate(String uri, Object... variables) {
    return get(operator(), "en", uri, variables);
  }

  WebTestClient.ResponseSpec operate(JsonNode body, String uri, Object... variables) {
    return post(operator(), body, uri, variables);
  }

  WebTestClient.ResponseSpec post(String token, JsonNode body, String uri, Object... variables) {
    return http.post()
        .uri(uri, variables)
        .headers(headers -> headers.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body.toString())
        .exchange();
  }

  private static String operator() {
    return TestIssuer.shared().token("1.2.246.10.90000011.10.0", "log.operate");
  }

  /** Without a token. */
  WebTestClient.ResponseSpec open(String uri) {
    return http.get().uri(uri).exchange();
  }

  /** The person's whole log, as a file that can be verified. */
  String exported(Person person) {
    return new String(
        get(person.token(), "fi", "/v1/my/log/export?format=json")
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent(),
        StandardCharsets.UTF_8);
  }

  JsonNode log(Person person) {
    return json(get(person.token(), "fi", "/v1/my/log?limit=200"));
  }

  JsonNode log(Person person, int limit, String cursor) {
    return json(
        get(person.token(), "fi", "/v1/my/log?limit={limit}&cursor={cursor}", limit, cursor));
  }

  List<UUID> ids(JsonNode page) {
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(entry -> UUID.fromString(entry.get("id").asString()))
        .toList();
  }

  static JsonNode json(WebTestClient.ResponseSpec response) {
    byte[] body = response.expectStatus().isOk().expectBody().returnResult().getResponseBody();
    return JsonMapper.shared().readTree(body);
  }
}
