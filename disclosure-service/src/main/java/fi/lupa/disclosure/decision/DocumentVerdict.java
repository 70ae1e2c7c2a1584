package fi.lupa.disclosure.decision;

import java.util.List;

/** Whether one document in reach is given. */
public sealed interface DocumentVerdict {
  /** It is given. */
  record Given() implements DocumentVerdict {}

  /** The basis doesn't reach it after all; it is as if it didn't exist. */
  record OutOfScope() implements DocumentVerdict {}

  /** The law or the client withholds it. */
  record Withheld(Rule rule, List<String> legalReferences, List<FactRef> facts)
      implements DocumentVerdict {}

  DocumentVerdict GIVEN = new Given();
  DocumentVerdict OUT_OF_SCOPE = new OutOfScope();
}
