package fi.lupa.disclosure.retention;

import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kept document with all its versions, as far as its time to be kept cares.
 *
 * @param serviceTasks of all its versions
 * @param matters identifiers of the matters that any of its versions names
 * @param ownMatter the matter that a case document tells of, null for others
 * @param retentionClass the class that the newest version's storing system told
 * @param recorded the latest day that any of its versions was recorded on
 * @param validTo the last day that the decision in it is valid
 * @param versions how many
 * @param own whether it stands under the reference that is looked at, or under another one of the
 *     same person
 */
record Kept(
    String documentOid,
    String documentType,
    Set<ServiceTask> serviceTasks,
    Set<String> matters,
    @Nullable String ownMatter,
    @Nullable String retentionClass,
    LocalDate recorded,
    @Nullable LocalDate validTo,
    int versions,
    boolean own) {
  static final String RELATIONSHIP = "1505.1";
  static final String CASE = "1505.2";

  boolean isRelationship() {
    return documentType.equals(RELATIONSHIP);
  }

  boolean isCase() {
    return documentType.equals(CASE);
  }

  /** Whether other documents' times are counted from what it tells. */
  boolean isSource() {
    return isRelationship() || isCase();
  }
}
