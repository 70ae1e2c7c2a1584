package fi.lupa.platform.security;

import fi.lupa.contracts.Oid;
import java.util.Set;

/** A client information system acting for an organisation, from its client-credentials token. */
public record Caller(Oid organisation, String subject, Set<String> scopes) {
  /** Whether the token also holds this scope. */
  public boolean may(String scope) {
    return scopes.contains(scope);
  }
}
