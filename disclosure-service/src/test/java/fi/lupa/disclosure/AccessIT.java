package fi.lupa.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.testkit.TestIssuer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Every route and who may not call it. */
class AccessIT extends DisclosureIT {
  /** A route with a request that would be fine. */
  record Route(HttpMethod method, String path, String scope, @Nullable Object body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Route> routes() {
    Client client = Client.person();
    String id = UUID.randomUUID().toString();
    return Stream.of(
        new Route(
            HttpMethod.POST,
            "/v1/documents",
            "records.write",
            Calls.upload(
                Calls.metadata(client, NORTH), Calls.page("x"), MediaType.APPLICATION_XHTML_XML)),
        new Route(
            HttpMethod.POST,
            "/v1/documents/1.2.246.10.1.14.1/voiding",
            "records.write",
            Calls.voiding(client, NORTH)),
        new Route(HttpMethod.POST, "/v1/record-queries", "records.query", Calls.own(client, NORTH)),
        new Route(
            HttpMethod.POST, "/v1/client-summaries", "records.query", Calls.own(client, NORTH)),
        new Route(
            HttpMethod.POST,
            "/v1/retention/searches",
            "records.write",
            Given.object("until", "2026-12-31")),
        new Route(
            HttpMethod.POST,
            "/v1/break-glass/searches",
            "log.supervise",
            Given.object("requester", Calls.requester(Oids.unit(NORTH, 1)))),
        new Route(
            HttpMethod.POST,
            "/v1/break-glass/" + id + "/review",
            "log.supervise",
            Given.object(
                "requester",
                Calls.requester(Oids.unit(NORTH, 1)),
                "outcome",
                "LAWFUL",
                "explanation",
                "Perustelut on kirjattu.")),
        new Route(
            HttpMethod.POST,
            "/v1/log/searches",
            "log.supervise",
            Given.object("requester", Calls.requester(Oids.unit(NORTH, 1)))),
        new Route(
            HttpMethod.POST,
            "/v1/log/requests",
            "log.supervise",
            Given.object(
                "requester",
                Calls.requester(Oids.unit(NORTH, 1)),
                "client",
                client.json(),
                "receivedOn",
                "2026-11-20")),
        new Route(
            HttpMethod.POST,
            "/v1/log/requests/searches",
            "log.supervise",
            Given.object("requester", Calls.requester(Oids.unit(NORTH, 1)))),
        new Route(
            HttpMethod.POST,
            "/v1/log/requests/" + id + "/answer",
            "log.supervise",
            Given.object("requester", Calls.requester(Oids.unit(NORTH, 1)))),
        new Route(
            HttpMethod.POST,
            "/v1/log/requests/" + id + "/document",
            "log.supervise",
            Given.object("requester", Calls.requester(Oids.unit(NORTH, 1)), "language", "fi")),
        new Route(
            HttpMethod.POST,
            "/v1/log/requests/" + id + "/decision",
            "log.supervise",
            Given.object("requester", Calls.requester(Oids.unit(NORTH, 1)), "verdict", "GRANTED")),
        new Route(
            HttpMethod.POST,
            "/v1/log/requests/" + id + "/explanation",
            "log.supervise",
            Given.object(
                "requester",
                Calls.requester(Oids.unit(NORTH, 1)),
                "lawful",
                true,
                "opinion",
                "Perustelut on kirjattu.")),
        new Route(
            HttpMethod.POST,
            "/v1/log/requests/" + id + "/explanations",
            "log.supervise",
            Given.object(
                "requester",
                Calls.requester(Oids.unit(NORTH, 1)),
                "receivedOn",
                "2026-11-20",
                "question",
                "Miksi tietojani katsottiin?")),
        new Route(
            HttpMethod.POST,
            "/v1/log/requests/" + id + "/explanations/document",
            "log.supervise",
            Given.object("requester", Calls.requester(Oids.unit(NORTH, 1)), "language", "fi")),
        new Route(
            HttpMethod.POST,
            "/v1/disclosure-notices",
            "records.write",
            Calls.notice(client, NORTH)),
        new Route(
            HttpMethod.POST,
            "/v1/log/exports",
            "log.supervise",
            Given.object("requester", Calls.requester(Oids.unit(NORTH, 1)))),
        new Route(
            HttpMethod.POST,
            "/v1/log/staff",
            "log.supervise",
            Given.object(
                "requester",
                Calls.requester(Oids.unit(NORTH, 1)),
                "items",
                List.of(Given.object("professional", "70001")))),
        new Route(HttpMethod.GET, "/v1/log/signals", "log.supervise", null),
        new Route(
            HttpMethod.POST,
            "/v1/visibility/searches",
            "log.supervise",
            Given.object(
                "client",
                client.json(),
                "document",
                Oids.document(),
                "requester",
                Calls.requester(Oids.unit(NORTH, 1)))),
        new Route(HttpMethod.GET, "/v1/record-queries/" + id, "records.query", null),
        new Route(
            HttpMethod.POST,
            "/internal/facts",
            "facts.write",
            Given.informed(client.ref()).envelope()),
        new Route(
            HttpMethod.POST,
            "/internal/facts/batches",
            "facts.write",
            Calls.envelopes(List.of(Given.informed(client.ref())))),
        new Route(HttpMethod.GET, "/internal/facts/permit/" + id, "facts.write", null));
  }

  private Answer call(Route route, @Nullable String token) {
    return calls.send(
        route.method(), route.path(), token, route.body(), "Idempotency-Key", Calls.newKey());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void onlyTheRightTokenOpens(Route route) {
    TestIssuer issuer = TestIssuer.shared();
    String org = NORTH.value();
    long before = sql().count("select count(*) from access_record");

    Answer without = call(route, null);
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.code()).isEqualTo("TOKEN_MISSING");
    for (String bad :
        List.of(
            "nonsense",
            issuer.expired(org, route.scope()),
            issuer.otherIssuer(org, route.scope()),
            issuer.otherAudience(org, route.scope()),
            issuer.withoutExpiry(org, route.scope()),
            issuer.forged(org, route.scope()))) {
      Answer answer = call(route, bad);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    }
    for (String other :
        List.of("records.write", "records.query", "log.supervise", "facts.write", "citizen")) {
      if (!other.equals(route.scope())) {
        Answer answer = call(route, issuer.token(org, other));
        assertThat(answer.status()).as(other).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("SCOPE_MISSING");
      }
    }
    Answer nobody = call(route, issuer.tokenWithoutOrganisation(route.scope()));
    assertThat(nobody.status()).isEqualTo(403);
    assertThat(nobody.code()).isEqualTo("ORGANISATION_MISSING");
    assertThat(sql().count("select count(*) from access_record")).isEqualTo(before);

    assertThat(call(route, issuer.token(org, route.scope())).status()).isIn(200, 201, 404);
  }

  @Test
  void theseAreAllTheRoutes() {
    assertThat(CONTRACT.routes())
        .containsExactlyInAnyOrder(
            "POST /v1/documents",
            "POST /v1/documents/{documentOid}/voiding",
            "POST /v1/record-queries",
            "GET /v1/record-queries/{id}",
            "POST /v1/client-summaries",
            "POST /v1/retention/searches",
            "POST /v1/break-glass/searches",
            "POST /v1/break-glass/{id}/review",
            "POST /v1/visibility/searches",
            "POST /v1/disclosure-notices",
            "POST /v1/log/requests",
            "POST /v1/log/requests/searches",
            "POST /v1/log/requests/{id}/answer",
            "POST /v1/log/requests/{id}/decision",
            "POST /v1/log/requests/{id}/document",
            "POST /v1/log/requests/{id}/explanation",
            "POST /v1/log/requests/{id}/explanations",
            "POST /v1/log/requests/{id}/explanations/document",
            // who may is a citizen: LogRequestIT
            "GET /v1/my/log-requests",
            "POST /v1/my/log-requests",
            "GET /v1/my/log-requests/controllers",
            "GET /v1/my/log-requests/{id}/answer",
            "GET /v1/my/log-requests/{id}/document",
            "POST /v1/my/log-requests/{id}/explanations",
            "GET /v1/my/log-requests/{id}/explanations/document",
            "POST /v1/log/searches",
            "POST /v1/log/exports",
            "POST /v1/log/staff",
            "GET /v1/log/signals",
            // who may is a citizen: MyDocumentsIT, VisibilityIT, RepresentativeIT
            "POST /v1/my/visibility",
            "GET /v1/my/documents",
            "GET /v1/my/documents/{id}",
            "GET /v1/my/documents/{id}/content",
            "GET /v1/my/organisations",
            "POST /internal/facts",
            "POST /internal/facts/batches",
            "GET /internal/facts/{kind}/{id}");
  }

  @Test
  void whatIsNotARouteIsNotFoundOrNotAllowed() {
    Calls plain = plainCalls();
    String token = Calls.token(NORTH, "records.query");
    assertThat(plain.send(HttpMethod.GET, "/v1/record-queries", token, null).status())
        .isEqualTo(405);
    assertThat(plain.send(HttpMethod.DELETE, "/v1/documents", token, null).status()).isEqualTo(405);
    assertThat(plain.send(HttpMethod.GET, "/v1/nothing", token, null).status()).isEqualTo(404);
    assertThat(plain.send(HttpMethod.GET, "/v1/documents/1.2.3", token, null).status())
        .isEqualTo(404);
  }

  @Test
  void anotherOrganisationsKeyIsAnotherKey() {
    Client client = Client.person();
    String key = Calls.newKey();
    for (fi.lupa.contracts.Oid organisation : List.of(NORTH, SOUTH)) {
      Object upload =
          Calls.upload(
              Calls.metadata(client, organisation),
              Calls.page("x"),
              MediaType.APPLICATION_XHTML_XML);
      assertThat(calls.store(organisation, upload, key).status()).isEqualTo(201);
    }
  }
}
