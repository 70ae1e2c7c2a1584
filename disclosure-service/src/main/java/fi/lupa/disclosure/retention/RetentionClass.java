package fi.lupa.disclosure.retention;

import fi.lupa.contracts.ServiceTask;
import java.util.Set;

/**
 * A line of the law's annex: so many years from what.
 *
 * @param documentTypes which types of documents belong to it by themselves
 * @param serviceTasks documents of which tasks do
 */
record RetentionClass(
    String key, int years, Start from, Set<String> documentTypes, Set<ServiceTask> serviceTasks) {

  /** What the time is counted from. */
  enum Start {
    CLIENT_DEATH,
    MATTER_CLOSED,
    LAST_MATTER_CLOSED,
    CHILD_BIRTH,
    RECORDED,
    VALIDITY_END,
    NEVER
  }
}
