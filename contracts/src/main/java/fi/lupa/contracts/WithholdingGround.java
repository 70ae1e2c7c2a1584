package fi.lupa.contracts;

/** Why log data may be withheld from the client (Act 703/2023 11 §). */
public enum WithholdingGround {
  /** Knowing would seriously endanger the client's health or care. */
  CLIENT_HEALTH,
  /** Knowing would seriously endanger somebody else's rights. */
  OTHERS_RIGHTS,
  /** Knowing would endanger the prevention or investigation of crime. */
  CRIME_PREVENTION,
  /** Knowing would endanger public or national security. */
  SECURITY
}
