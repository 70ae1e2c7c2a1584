package fi.lupa.verify.log;

import java.util.List;

/** What is looked at in each entry, besides its place in the tree. */
interface EntryCheck {
  /** Looks at entries that are where the tree says; the first one stands at {@code index}. */
  void entries(long index, List<byte[]> entries);

  /** Waits until all that were given have been looked at. */
  void settle();

  /** Told when all entries have been given. */
  void end();

  /** Which payloads were found cleared. */
  Verdict.Cleared cleared();

  /** For who verifies the tree alone. */
  EntryCheck NONE =
      new EntryCheck() {
        @Override
        public void entries(long index, List<byte[]> entries) {}

        @Override
        public void settle() {}

        @Override
        public void end() {}

        @Override
        public Verdict.Cleared cleared() {
          return Verdict.Cleared.NONE;
        }
      };
}
