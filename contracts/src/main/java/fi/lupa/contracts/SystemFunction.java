package fi.lupa.contracts;

/** A function that an organisation's system is certified for (Act 703/2023 79-88 §). */
public enum SystemFunction {
  ARCHIVING,
  OLD_DOCUMENTS,
  REGISTER_USAGE_RIGHT,
  SOCIAL_DISCLOSURE,
  HEALTH_DISCLOSURE,
  DECLARATIONS
}
