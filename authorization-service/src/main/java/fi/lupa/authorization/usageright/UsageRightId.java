package fi.lupa.authorization.usageright;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a register usage right over all its versions. */
public record UsageRightId(@JsonValue UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
