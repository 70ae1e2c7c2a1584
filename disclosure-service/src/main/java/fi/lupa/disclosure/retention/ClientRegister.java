package fi.lupa.disclosure.retention;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.retention.RetentionClass.Start;
import fi.lupa.disclosure.retention.Time.NotKnown;
import fi.lupa.disclosure.retention.Time.Until;
import fi.lupa.disclosure.retention.Time.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One person's documents in one controller's register, under all the person's identifiers. A
 * relationship or case document outlives the documents whose times are counted from what it tells:
 * without it they couldn't be counted.
 */
record ClientRegister(List<Kept> documents, Told told) {

  /** How long a document of the register is kept. */
  Time time(RetentionRules rules, Kept document) {
    Time own = rules.time(document, told);
    if (!(own instanceof Until until)) {
      return own;
    }
    LocalDate last = until.last();
    for (Kept other : dependents(rules, document)) {
      switch (time(rules, other)) {
        case NotKnown notKnown -> {
          return new NotKnown(Why.NEEDED_BY_OTHERS, until.classes());
        }
        case Until others -> last = others.last().isAfter(last) ? others.last() : last;
      }
    }
    return new Until(last, until.classes());
  }

  /** The documents whose times are counted from what this one tells. */
  List<Kept> dependents(RetentionRules rules, Kept document) {
    List<Kept> found = new ArrayList<>();
    if (document.isSource()) {
      for (Kept other : documents) {
        if (!other.isRelationship() && !other.equals(document) && depends(rules, other, document)) {
          found.add(other);
        }
      }
    }
    return found;
  }

  private boolean depends(RetentionRules rules, Kept other, Kept source) {
    Set<Start> starts = rules.starts(other);
    if (source.isRelationship()) {
      return starts.contains(Start.CLIENT_DEATH);
    }
    if (other.isCase()) {
      // two that both wait for the last matter to close have the same day, and neither needs the
      // other
      return !rules.starts(source).contains(Start.LAST_MATTER_CLOSED)
          && rules.tasksOfLastMatter(other).stream().anyMatch(task -> tellsOf(source, task));
    }
    boolean named = source.ownMatter() != null && other.matters().contains(source.ownMatter());
    return (named && (starts.contains(Start.MATTER_CLOSED) || starts.contains(Start.CHILD_BIRTH)))
        || starts.contains(Start.LAST_MATTER_CLOSED);
  }

  /** Whether the case is of this task, or may be: one of no known task may be of any. */
  private boolean tellsOf(Kept source, ServiceTask task) {
    return told.matters().stream()
        .anyMatch(matter -> matter.matter().equals(source.ownMatter()) && matter.mayBeOf(task));
  }
}
