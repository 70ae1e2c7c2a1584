package fi.lupa.disclosure.decision;

/** What ties the requester to the client, as the requester states it (Act 703/2023 9 and 57 §). */
public enum Relationship {
  CLIENT_RELATIONSHIP,
  CARE_RELATIONSHIP,
  OTHER_TASK
}
