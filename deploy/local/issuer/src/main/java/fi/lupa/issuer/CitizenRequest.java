package fi.lupa.issuer;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * The part of a token request that says who the citizen is: parameter {@code identity_code}, which
 * stands in for the strong identification of a real deployment (Suomi.fi). An error says what is
 * wrong but never repeats the code.
 */
final class CitizenRequest {

  static final String PARAMETER = "identity_code";

  /** Names another test person for whom the citizen acts. */
  static final String REPRESENTED = "represented";

  private CitizenRequest() {}

  /**
   * The identity code of a request, empty for an organisation's client.
   *
   * @throws OAuth2AuthenticationException {@code invalid_request} when the citizen's client gives
   *     no valid test code, or another client gives one
   */
  static Optional<String> identityCode(
      IssuerSettings.Client client, Map<String, ? extends @Nullable Object> parameters) {
    Object value = parameters.get(PARAMETER);
    if (!client.citizen()) {
      if (value != null) {
        throw invalid("identity_code is only for the citizen client");
      }
      return Optional.empty();
    }
    if (value instanceof String code && TestIdentityCode.isValid(code)) {
      return Optional.of(code);
    }
    throw invalid("identity_code must be one valid test identity code (individual number 900-999)");
  }

  /**
   * The identity code of whom the citizen acts for, empty when for themselves.
   *
   * @throws OAuth2AuthenticationException {@code invalid_request} when it isn't one valid test
   *     code, or another client gives one
   */
  static Optional<String> represented(
      IssuerSettings.Client client, Map<String, ? extends @Nullable Object> parameters) {
    Object value = parameters.get(REPRESENTED);
    if (value == null) {
      return Optional.empty();
    }
    if (!client.citizen()) {
      throw invalid("represented is only for the citizen client");
    }
    if (value instanceof String code
        && TestIdentityCode.isValid(code)
        && !code.equals(parameters.get(PARAMETER))) {
      return Optional.of(code);
    }
    throw invalid("represented must be one valid test identity code of somebody else");
  }

  private static OAuth2AuthenticationException invalid(String description) {
    return new OAuth2AuthenticationException(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description, null));
  }
}
