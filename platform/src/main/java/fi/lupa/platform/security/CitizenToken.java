package fi.lupa.platform.security;

import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.problem.Problem;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads whom a citizen's token is about and who acts. Closed on every doubt: a token of somebody
 * who acts for another has its own scope, so that a service that doesn't know of representatives
 * takes it for nobody's.
 */
final class CitizenToken {
  static final String REPRESENT = "citizen.represent";
  private static final String ACTOR = "act";
  private static final String REPRESENTATION = "representation";

  private final String identityCodeClaim;
  private final ClientRefs clients;

  CitizenToken(String identityCodeClaim, ClientRefs clients) {
    this.identityCodeClaim = identityCodeClaim;
    this.clients = clients;
  }

  Citizen read(Jwt token, Set<String> scopes, RequiresScope needed) {
    boolean acts = token.hasClaim(ACTOR) || token.hasClaim(REPRESENTATION);
    boolean represents = scopes.contains(REPRESENT);
    if (acts != represents || scopes.contains(needed.value()) == represents) {
      throw Problem.of("SCOPE_MISSING");
    }
    if (represents && !needed.orRepresentative()) {
      throw Problem.of("ACT_NOT_DELEGABLE");
    }
    IdentityCode id = person(token.getClaims());
    return new Citizen(clients.of(id), id, represents ? representative(token, id) : null);
  }

  private Representative representative(Jwt token, IdentityCode represented) {
    IdentityCode actor = person(claims(token, ACTOR));
    if (actor.equals(represented)) {
      throw unidentified();
    }
    Map<String, Object> representation = claims(token, REPRESENTATION);
    try {
      return new Representative(
          clients.of(actor),
          UUID.fromString(text(representation, "id")),
          RepresentationRole.valueOf(text(representation, "role")));
    } catch (IllegalArgumentException e) {
      throw unidentified();
    }
  }

  private IdentityCode person(Map<String, Object> claims) {
    return IdentityCode.parse(text(claims, identityCodeClaim))
        .orElseThrow(CitizenToken::unidentified);
  }

  private static String text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text ? text : "";
  }

  @SuppressWarnings("unchecked") // a JSON object's keys are strings
  private static Map<String, Object> claims(Jwt token, String name) {
    @Nullable Object claim = token.getClaims().get(name);
    return claim instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static Problem unidentified() {
    return Problem.of("CITIZEN_NOT_IDENTIFIED");
  }
}
