package fi.lupa.verify.leaf;

import java.util.Optional;
import java.util.UUID;

/** Where the payloads of the log's events are read from. */
@FunctionalInterface
public interface Payloads {
  /** An event's payload; empty when it isn't there. */
  Optional<Payload> of(UUID event);
}
