package fi.lupa.contracts;

/**
 * Why a register usage right ended. Organisers give the first four; a right ends by itself with the
 * last three: its last day passed, or the producer or the organiser is no longer joined.
 */
public enum RightEndReason {
  RELATIONSHIP_ENDED,
  CONTRACT_ENDED,
  GRANTED_IN_ERROR,
  OTHER,
  END_DATE,
  PRODUCER_NOT_READY,
  ORGANISER_NOT_READY
}
