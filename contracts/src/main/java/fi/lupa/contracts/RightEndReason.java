package fi.lupa.contracts;

/** Why a register usage right ended. */
public enum RightEndReason {
  RELATIONSHIP_ENDED,
  CONTRACT_ENDED,
  GRANTED_IN_ERROR,
  OTHER
}
