package fi.lupa.contracts;

/**
 * Where an organisation stands in joining the archive. Only a JOINED one takes part in rights and
 * disclosures.
 */
public enum OrganisationStatus {
  REGISTERED,
  JOINED,
  SUSPENDED,
  LEFT
}
