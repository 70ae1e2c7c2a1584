package fi.lupa.verify.log;

/** What is looked at in each entry, besides its place in the tree. */
interface EntryCheck {
  /** Looks at an entry that is where the tree says. */
  void entry(long index, byte[] entry);

  /** Told when all entries have been looked at. */
  void end();

  /** How many payloads were found cleared. */
  long cleared();

  /** For who verifies the tree alone. */
  EntryCheck NONE =
      new EntryCheck() {
        @Override
        public void entry(long index, byte[] entry) {}

        @Override
        public void end() {}

        @Override
        public long cleared() {
          return 0;
        }
      };
}
