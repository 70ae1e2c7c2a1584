package fi.lupa.verify.leaf;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Where the payloads of the log's events are read from: in the log's order, each once. */
public interface Payloads {

  /**
   * An event's payload; empty when it isn't there. It is read when the supplier is asked, by any
   * thread.
   */
  Optional<Supplier<Kept>> of(long index, UUID event);

  /** Of how many entries of the log, from its first on, this has the payloads. */
  default long size() {
    return Long.MAX_VALUE;
  }

  /** How many there are that no entry of the log has; asked when all entries have been met. */
  long unlogged();
}
