package fi.lupa.disclosure.decision;

/** What becomes of the contact data in the documents that are given. */
public enum ContactData {
  /** They are given as they stand. */
  GIVEN,
  /** They are left out for the client's safety. */
  HIDDEN
}
