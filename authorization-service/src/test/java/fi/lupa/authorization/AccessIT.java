package fi.lupa.authorization;

import static fi.lupa.authorization.support.Calls.newOid;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import fi.lupa.testkit.TestIssuer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

/** Each operation of the contract, called by those who may not. */
class AccessIT extends AuthorizationIT {
  /** Another issuer, with a key of its own. */
  private static final TestIssuer OTHER = new TestIssuer();

  private static final List<String> SCOPES =
      List.of(
          "organisations.manage",
          "organisations.read",
          "onboarding.manage",
          "rights.manage",
          "rights.read");

  /** An operation and the one scope that the contract asks for. */
  record Operation(HttpMethod method, String path, String scope) {
    /** With values in the places of its parameters. */
    String url() {
      return path.replace("{oid}", "1.2.3").replace("{id}", "019a0b7e-5c1d-7a55-9d3e-0f6c2b1a4e77");
    }
  }

  static Stream<Operation> operations() {
    return CONTRACT.routes().stream()
        .map(route -> {
          String[] words = route.split(" ");
          String scope =
              CONTRACT
                  .document()
                  .path("paths")
                  .path(words[1])
                  .path(words[0].toLowerCase(java.util.Locale.ROOT))
                  .at("/security/0/oauth2/0")
                  .asString();
          return new Operation(HttpMethod.valueOf(words[0]), words[1], scope);
        });
  }

  @Test
  void theContractKnowsEveryScopeAndNoOther() {
    Set<String> described =
        new TreeSet<>(
            CONTRACT
                .document()
                .at("/components/securitySchemes/oauth2/flows/clientCredentials/scopes")
                .propertyNames());
    assertThat(described).containsExactlyElementsOf(new TreeSet<>(SCOPES));
    assertThat(operations().map(Operation::scope)).hasSize(27).allMatch(SCOPES::contains);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void withoutTokenNothingIsDone(Operation operation) {
    assertRefused(call(operation, null), 401, "TOKEN_MISSING");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aTokenThatIsNotOursIsRefused(Operation operation) {
    String organisation = newOid();
    String scope = operation.scope();
    Stream.of(
            issuer().expired(organisation, scope),
            issuer().otherIssuer(organisation, scope),
            issuer().otherAudience(organisation, scope),
            OTHER.token(organisation, scope),
            "not.a.token")
        .forEach(token -> assertRefused(call(operation, token), 401, "TOKEN_INVALID"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOtherScopeIsTooLittle(Operation operation) {
    String[] others =
        SCOPES.stream().filter(scope -> !scope.equals(operation.scope())).toArray(String[]::new);
    assertRefused(call(operation, issuer().token(newOid(), others)), 403, "SCOPE_MISSING");
    assertRefused(
        call(operation, issuer().citizenToken(Persons.newIdentityCode())), 403, "SCOPE_MISSING");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aTokenWithoutOrganisationIsTooLittle(Operation operation) {
    assertRefused(
        call(operation, issuer().tokenWithoutOrganisation(operation.scope())),
        403,
        "ORGANISATION_MISSING");
  }

  /** Everything but the token is missing too: who may not is told nothing of that. */
  private Answer call(Operation operation, String token) {
    return calls.send(operation.method(), operation.url(), token, null);
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }
}
