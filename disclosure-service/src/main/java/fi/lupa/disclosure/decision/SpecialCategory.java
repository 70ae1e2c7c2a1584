package fi.lupa.disclosure.decision;

/** Specially protected data that only few roles may see (decree 457/2024 18 §, facts 10.1). */
public enum SpecialCategory {
  /** Mediation (sovittelu). */
  MEDIATION,
  /** Shelter (turvakoti). */
  SHELTER,
  /** Therapeutic work. */
  THERAPEUTIC_WORK,
  /** Examinations of a child or a family. */
  EXAMINATION
}
