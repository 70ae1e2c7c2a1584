package fi.lupa.disclosure.retention;

import java.time.LocalDate;
import java.util.List;

/** How long a document is kept. */
sealed interface Time {

  /** The retention classes it comes from. */
  List<String> classes();

  /**
   * Until a day.
   *
   * @param last the last day it must be kept; it is destroyed after it
   */
  record Until(LocalDate last, List<String> classes) implements Time {
    boolean isOver(LocalDate today) {
      return today.isAfter(last);
    }
  }

  /** No day is known yet. */
  record NotKnown(Why why, List<String> classes) implements Time {}

  /** Why there is no day yet. */
  enum Why {
    /** The client's death hasn't been told. */
    DEATH_NOT_TOLD,
    /** A matter that the document names is open. */
    MATTER_OPEN,
    /** The document names no matter. */
    MATTER_NOT_NAMED,
    /** A matter that the document names has no case document in this register. */
    MATTER_NOT_KNOWN,
    /** The matter's case document doesn't tell when its child was born. */
    CHILD_BIRTH_NOT_KNOWN,
    /** The storing system hasn't told when the decision's validity ends. */
    VALIDITY_NOT_TOLD,
    /** The storing system told a retention class that the code set doesn't have. */
    CLASS_NOT_KNOWN,
    /** The document is to be archived. */
    KEPT_PERMANENTLY,
    /** Another document's time is counted from what this one tells. */
    NEEDED_BY_OTHERS
  }
}
