package fi.lupa.platform.token;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The issuer's keys can't be had: nothing is known of the token, neither good nor bad. */
final class IssuerAway extends AuthenticationServiceException {
  private static final long serialVersionUID = 1L;

  IssuerAway(Throwable cause) {
    super("the issuer's keys can't be fetched", cause);
  }
}
