package fi.lupa.contracts;

/**
 * Service task (palvelutehtävä, code set 1.2.246.537.6.1221). The keys are Lupa's and stable; the
 * national codes, where known, and the names stand in {@code codesets/service-tasks.yaml}.
 */
public enum ServiceTask {
  FAMILIES,
  WORKING_AGE,
  OLDER_PEOPLE,
  FAMILY_LAW,
  CHILD_PROTECTION,
  SUBSTANCE_ABUSE,
  DISABILITY
}
