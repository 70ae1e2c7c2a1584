package fi.lupa.contracts;

/**
 * What a legal guardian, a continuing power or a mandate covers. Lupa's own keys: the operator maps
 * the national mandate register's to them.
 */
public enum RepresentationMatter {
  SOCIAL_CARE,
  HEALTH_CARE,
  /** Anything else, such as money: lets nobody act here. */
  OTHER
}
