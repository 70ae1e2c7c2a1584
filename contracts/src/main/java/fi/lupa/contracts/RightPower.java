package fi.lupa.contracts;

/** What a register usage right lets a producer do in the organiser's register. */
public enum RightPower {
  READ,
  WRITE
}
