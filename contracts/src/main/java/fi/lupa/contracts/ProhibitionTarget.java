package fi.lupa.contracts;

/**
 * What a prohibition (luovutuskielto) may hit: a controller's register, a service task in all
 * registers, or one document (Act 703/2023 59 § 1).
 */
public enum ProhibitionTarget {
  CONTROLLER,
  SERVICE_TASK,
  DOCUMENT
}
