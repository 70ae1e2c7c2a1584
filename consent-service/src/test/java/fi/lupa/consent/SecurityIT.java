package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.testkit.TestIssuer;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

/** Every route of the contract, called by everyone who may not. */
class SecurityIT extends ServiceUnderTest {
  private static final TestIssuer STRANGER = new TestIssuer();

  static Stream<String> routes() {
    return CONTRACT.routes().stream();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void onlyTheRightTokenIsLetIn(String route) {
    boolean citizens = route.contains("/v1/my/");
    String scope = scope(route);
    TestIssuer issuer = TestIssuer.shared();

    call(route, null).is(401, "TOKEN_MISSING");
    call(route, "not.a.token").is(401, "TOKEN_INVALID");
    call(route, issuer.expired(NORTH, scope)).is(401, "TOKEN_INVALID");
    call(route, issuer.otherIssuer(NORTH, scope)).is(401, "TOKEN_INVALID");
    call(route, issuer.otherAudience(NORTH, scope)).is(401, "TOKEN_INVALID");
    call(route, STRANGER.token(NORTH, scope)).is(401, "TOKEN_INVALID");
    call(route, issuer.token(NORTH, "records.query", "rights.manage")).is(403, "SCOPE_MISSING");
    if (citizens) {
      call(route, issuer.token(NORTH, "declarations.manage")).is(403, "SCOPE_MISSING");
      call(route, issuer.token(NORTH, "citizen")).is(403, "CITIZEN_NOT_IDENTIFIED");
      call(route, issuer.citizenToken("020516C903L")).is(403, "CITIZEN_NOT_IDENTIFIED");
    } else {
      call(route, issuer.citizenToken(person())).is(403, "SCOPE_MISSING");
      call(route, issuer.tokenWithoutOrganisation(scope)).is(403, "ORGANISATION_MISSING");
    }
  }

  private static String scope(String route) {
    String[] parts = route.split(" ");
    return CONTRACT
        .document()
        .path("paths")
        .path(parts[1])
        .path(parts[0].toLowerCase(Locale.ROOT))
        .at("/security/0/oauth2/0")
        .asString();
  }

  /** A caller who may not learns nothing of what is wrong with the rest of the request. */
  private Answer call(String route, String token) {
    String path = route.substring(route.indexOf(' ') + 1).replace("{id}", UUID.randomUUID() + "");
    HttpMethod method = HttpMethod.valueOf(route.substring(0, route.indexOf(' ')));
    Answer answer =
        api(token).send(method, path, method == HttpMethod.POST ? "{\"wrong\":1}" : null);
    assertThat(answer.body().has("violations")).isFalse();
    return answer;
  }
}
