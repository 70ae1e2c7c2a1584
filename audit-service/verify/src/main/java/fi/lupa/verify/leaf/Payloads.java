package fi.lupa.verify.leaf;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where the payloads of the log's events are read from: in the log's order, each once. */
public interface Payloads {

  /**
   * The payload of the event that an entry is about; empty when it isn't there. It is read when the
   * function is asked, by any thread, and must be that of the event given to it.
   */
  Optional<Function<UUID, Kept>> of(long index);

  /** Of how many entries of the log, from its first on, this has the payloads. */
  default long size() {
    return Long.MAX_VALUE;
  }

  /** How many there are that no entry of the log has; asked when all entries have been met. */
  long unlogged();
}
