package fi.lupa.platform.security;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.problem.Problem;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives handlers their {@link Caller} or {@link Citizen}, or answers 403 with a code. */
public final class CallerArguments implements HandlerMethodArgumentResolver {
  private static final String AUTHORITY = "SCOPE_";

  private final SecuritySettings settings;
  private final ObjectProvider<ClientRefs> clientRefs;

  public CallerArguments(SecuritySettings settings, ObjectProvider<ClientRefs> clientRefs) {
    this.settings = settings;
    this.clientRefs = clientRefs;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == Caller.class || type == Citizen.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    RequiresScope needed = parameter.getParameterAnnotation(RequiresScope.class);
    if (needed == null) {
      return Mono.error(new IllegalStateException("a caller without @RequiresScope"));
    }
    return exchange
        .getPrincipal()
        .cast(JwtAuthenticationToken.class)
        .map(token -> argument(parameter.getParameterType(), needed, token));
  }

  private Object argument(Class<?> type, RequiresScope needed, JwtAuthenticationToken token) {
    Set<String> scopes =
        token.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(authority -> authority != null && authority.startsWith(AUTHORITY))
            .map(authority -> authority.substring(AUTHORITY.length()))
            .collect(Collectors.toUnmodifiableSet());
    if (type == Citizen.class) {
      return new CitizenToken(settings.identityCodeClaim(), clientRefs.getObject())
          .read(token.getToken(), scopes, needed);
    }
    if (!scopes.contains(needed.value())) {
      throw Problem.of("SCOPE_MISSING");
    }
    return caller(token, scopes);
  }

  private Caller caller(JwtAuthenticationToken token, Set<String> scopes) {
    String org = token.getToken().getClaimAsString("org");
    if (org == null || !Oid.isValid(org)) {
      throw Problem.of("ORGANISATION_MISSING");
    }
    return new Caller(new Oid(org), token.getName(), scopes);
  }
}
