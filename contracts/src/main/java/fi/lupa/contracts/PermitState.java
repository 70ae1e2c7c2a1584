package fi.lupa.contracts;

/** The state of a client's permit of one kind. A refusal is stored as well. */
public enum PermitState {
  GIVEN,
  REFUSED,
  WITHDRAWN
}
