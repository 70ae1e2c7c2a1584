package fi.lupa.acceptance.api;

/** Who sends a request. */
public sealed interface Caller permits Organisation, Person, Representative {

  /** Its client id at the issuer. */
  String clientId();

  /** What its token request says beside the grant type; empty or beginning with an ampersand. */
  String tokenParameters();
}
