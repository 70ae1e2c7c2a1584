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

  /** How many payloads were found cleared. */
  long cleared();

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
        public long cleared() {
          return 0;
        }
      };
}
