package fi.lupa.authorization.organisation;

import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

class ChangeOrganisationIT extends AuthorizationIT {
  private static final String FIRST = "\"1\"";
  private final String oid = newOid();
  private final ObjectNode registration = registration(oid);

  @BeforeEach
  void register() {
    calls.registered(registration);
  }

  @Test
  void aChangeReplacesEverythingAndIsInForceBeforeTheAnswer() {
    ObjectNode changed =
        with(with(registration, "status", "SUSPENDED"), "functions", List.of("ARCHIVING"));
    Answer answer = calls.change(oid, FIRST, changed);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.etag()).isEqualTo("\"2\"");
    assertThat(answer.body().path("effective").asBoolean()).isTrue();

    Answer read = calls.get("/v1/organisations/" + oid, oid);
    assertThat(read.text("status")).isEqualTo("SUSPENDED");
    assertThat(read.body().path("functions").size()).isEqualTo(1);
    assertThat(read.etag()).isEqualTo("\"2\"");
    assertThat(DISCLOSURE.pushed(oid)).hasSize(2);
  }

  @Test
  void whileTheDisclosureServiceIsAwayTheChangeIsStoredButNotInForce() {
    DISCLOSURE.leave();
    Answer answer = calls.change(oid, FIRST, with(registration, "status", "LEFT"));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("effectUrl"))
        .isEqualTo("/v1/organisations/" + oid + "/effect?version=2");
    assertThat(calls.get("/v1/organisations/" + oid, oid).text("status")).isEqualTo("LEFT");
  }

  @Test
  void aStaleVersionIsRefused() {
    calls.change(oid, FIRST, registration);
    Answer answer = calls.change(oid, FIRST, registration);
    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.code()).isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void ofManyChangesToOneVersionOneIsMade() {
    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> calls.change(oid, FIRST, registration).status())
            .toList();
    assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
  }

  @Test
  void withoutVersionItIsRefused() {
    ObjectNode body = registration.deepCopy();
    body.remove("oid");
    Answer answer =
        calls.send(HttpMethod.PUT, "/v1/organisations/" + oid, Calls.token(Calls.OPERATOR), body);
    assertThat(answer.status()).isEqualTo(428);
    assertThat(answer.code()).isEqualTo("PRECONDITION_REQUIRED");
  }

  @Test
  void anUnknownOrganisationIsNotFound() {
    assertThat(calls.change(newOid(), FIRST, registration).status()).isEqualTo(404);
  }

  @Test
  void aUnitLeftOutClosesAndCanOpenAgain() {
    assertThat(unitsAfter(FIRST, List.of(2))).containsExactly(unit(oid, 2));
    assertThat(unitsAfter("\"2\"", List.of(1, 2))).containsExactly(unit(oid, 1), unit(oid, 2));
  }

  @Test
  void anOpenUnitOfAnotherCannotBeTaken() {
    ObjectNode other = registration(newOid());
    calls.registered(other);
    Answer answer = calls.change(oid, FIRST, with(registration, "units", other.path("units")));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("UNIT_EXISTS");
    assertThat(calls.get("/v1/organisations/" + oid, oid).etag()).isEqualTo(FIRST);
  }

  @Test
  void aClosedUnitRegisteredByMistakeCanMoveToItsOwner() {
    ObjectNode owner = registration(newOid());
    calls.registered(with(owner, "units", List.of()));
    calls.change(oid, FIRST, with(registration, "units", List.of()));
    assertThat(
            calls
                .change(
                    owner.path("oid").asString(),
                    FIRST,
                    with(owner, "units", registration.path("units")))
                .status())
        .isEqualTo(200);
  }

  @Test
  void aClosedUnitThatARightNamesStaysItsOwners() {
    String organiser = calls.registered();
    assertThat(calls.grant(organiser, Calls.grant(Persons.newIdentityCode(), oid)).status())
        .isEqualTo(201);
    calls.change(oid, FIRST, with(registration, "units", List.of()));

    ObjectNode other = registration(newOid());
    calls.registered(with(other, "units", List.of()));
    Answer answer =
        calls.change(
            other.path("oid").asString(), FIRST, with(other, "units", registration.path("units")));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("UNIT_EXISTS");
  }

  private List<String> unitsAfter(String etag, List<Integer> units) {
    List<?> list =
        units.stream()
            .map(n -> Map.of("oid", unit(oid, n), "name", Map.of("fi", "Yksikkö " + n)))
            .toList();
    calls.change(oid, etag, with(registration, "units", list));
    return calls
        .get("/v1/organisations/" + oid, oid)
        .body()
        .path("units")
        .valueStream()
        .map(unit -> unit.path("oid").asString())
        .toList();
  }
}
