package fi.lupa.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * The one source of ids: UUIDv7 (RFC 9562), so that they sort by time and indexes grow at one end.
 */
public final class Ids {
  private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

  public UUID next() {
    return generator.generate();
  }
}
