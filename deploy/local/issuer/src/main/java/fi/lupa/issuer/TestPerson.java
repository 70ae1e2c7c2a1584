package fi.lupa.issuer;

/** Who signed in. Spring writes such details into its own log lines, so the code isn't shown. */
record TestPerson(String identityCode) {

  @Override
  public String toString() {
    return "a test person";
  }
}
