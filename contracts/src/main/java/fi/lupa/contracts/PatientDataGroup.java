package fi.lupa.contracts;

/**
 * What a client chooses of patient data when giving a permit to social care (decree 457/2024 25 §
 * 1): the patient summary, the entries of all service events, or statements and certificates meant
 * for authorities.
 */
public enum PatientDataGroup {
  SUMMARY,
  ENTRIES,
  STATEMENTS
}
