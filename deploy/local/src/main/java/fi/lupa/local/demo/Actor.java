package fi.lupa.local.demo;

import fi.lupa.local.http.Tokens;

/** Who sends a request: a client system of an organisation, or the citizen. */
public enum Actor {
  OPERATOR("operator", "the operator of Lupa"),
  COUNTY_NORTH("county-north", "North Coast county"),
  COUNTY_SOUTH("county-south", "South Lake county"),
  PRODUCER("producer", "the care company Hoivakoto"),
  HOSPITAL("hospital", "Coast hospital"),
  CITIZEN(Tokens.CITIZEN, "the citizen");

  private final String client;
  private final String spokenName;

  Actor(String client, String spokenName) {
    this.client = client;
    this.spokenName = spokenName;
  }

  /** Its client id at the issuer. */
  public String client() {
    return client;
  }

  /** As it is called in sentences. */
  public String spokenName() {
    return spokenName;
  }
}
