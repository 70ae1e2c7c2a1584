package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.LogRequestChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.Topics;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.platform.web.Contract;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service does what {@code openapi/audit.yaml} says: its routes, its bodies, its problems. */
class ContractIT extends SharedIT {
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");

  @Autowired Contract contract;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private final Person person = AuditService.person();

  @Test
  void theRoutesAreThoseOfTheContract() {
    Set<String> routes =
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .flatMap(route ->
                route.getPatternsCondition().getPatterns().stream()
                    .flatMap(path ->
                        route.getMethodsCondition().getMethods().stream()
                            .map(method -> method + " " + path)))
            .collect(Collectors.toSet());

    assertThat(routes).isNotEmpty().isEqualTo(AuditService.CONTRACT.routes());
  }

  @Test
  void everyKindOfEntryIsWhatTheContractSays() {
    List<Event> events =
        List.of(
            Events.read(person.ref(), 2),
            Events.denied(person.ref(), "REGISTER_RIGHT_ENDED"),
            Events.access(
                person.ref(), Outcome.PARTIAL, Basis.DISCLOSURE, Ground.PERMIT, null, 2, true),
            Events.access(
                person.ref(),
                Outcome.PERMITTED,
                Basis.DISCLOSURE,
                Ground.PROTECTION,
                null,
                1,
                true),
            Events.wideSearch(person.ref(), Outcome.PERMITTED, 2),
            Events.fromHealthCare(person.ref(), Ground.PERMIT, Outcome.PARTIAL, 0),
            Events.visibility(person.ref()),
            Events.logSearched(person.ref(), true, 3),
            Events.logRequest(person.ref(), LogRequestChanged.Change.RECEIVED),
            Events.noticed(person.ref(), true),
            Events.informing(person.ref(), Channel.CITIZEN, RepresentationRole.MANDATE),
            Events.representation(
                person.ref(),
                RepresentationRole.MANDATE,
                1,
                RepresentationChanged.State.REGISTERED,
                null,
                null),
            Events.stored(person.ref(), Outcome.PERMITTED, null),
            Events.right(person.ref(), Change.GRANTED, null, null, null),
            Events.informing(person.ref(), Channel.PROVIDER),
            Events.permit(
                person.ref(),
                PermitKind.SOCIAL_CARE,
                PermitState.GIVEN,
                Channel.CITIZEN,
                List.of()),
            Events.prohibition(
                person.ref(),
                ProhibitionChanged.State.SET,
                ProhibitionTarget.CONTROLLER,
                Channel.CITIZEN));
    topics.raw(Topics.DISCLOSURE, 2, "k", Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
    events.forEach(event -> topics.send(event, TIME));
    topics.markAll(TIME);
    await()
        .until(() -> {
          JsonNode page = service.log(person);
          return page.get("items").size() == events.size()
              && !page.at("/coverage/gaps").isEmpty()
              && !page.at("/coverage/completeUpTo").isNull();
        });

    JsonNode page = service.log(person);
    assertThat(contract.violations("LogPage", page)).isEmpty();
    for (UUID id : service.ids(page)) {
      JsonNode entry = AuditService.json(service.get(person.token(), "en", "/v1/my/log/{id}", id));
      assertThat(contract.violations("LogEntry", entry)).isEmpty();
    }
    JsonNode first = AuditService.json(service.get(person.token(), "sv", "/v1/my/log?limit=1"));
    assertThat(contract.violations("LogPage", first)).isEmpty();
    assertThat(first.get("next").isString()).isTrue();
  }

  @Test
  void problemsAreWhatTheContractSays() {
    problem(http.get().uri("/v1/my/log").exchange(), 401, "TOKEN_MISSING", "/v1/my/log");
    problem(get("/v1/my/log?limit=0"), 400, "REQUEST_INVALID", "/v1/my/log");
    problem(get("/v1/my/log/1"), 404, "NOT_FOUND", "/v1/my/log/{entryId}");
    problem(get("/v1/my/nothing"), 404, "NOT_FOUND", null);
    problem(
        http.post().uri("/v1/my/log").headers(h -> h.setBearerAuth(person.token())).exchange(),
        405,
        "METHOD_NOT_ALLOWED",
        null);
  }

  private void problem(WebTestClient.ResponseSpec response, int status, String code, String path) {
    byte[] body =
        response
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType("application/problem+json")
            .expectBody()
            .returnResult()
            .getResponseBody();
    JsonNode problem = JsonMapper.shared().readTree(body);
    assertThat(contract.violations("Problem", problem)).isEmpty();
    assertThat(problem.get("code").asString()).isEqualTo(code);
    if (path != null) {
      assertThat(contract.document().get("paths").get(path).at("/get/responses").has("" + status))
          .isTrue();
    }
  }

  private WebTestClient.ResponseSpec get(String uri) {
    return service.get(person.token(), "fi", uri);
  }
}
