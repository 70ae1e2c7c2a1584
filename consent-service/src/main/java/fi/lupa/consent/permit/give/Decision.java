package fi.lupa.consent.permit.give;

/** The client's answer to whether data may be disclosed; a no is recorded as well. */
enum Decision {
  GIVEN,
  REFUSED
}
