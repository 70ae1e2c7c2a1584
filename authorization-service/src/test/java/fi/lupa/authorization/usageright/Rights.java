package fi.lupa.authorization.usageright;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rights for tests of the rules. */
public final class Rights {
  public static final Oid ORGANISER = new Oid("1.2.246.10.91000005.10.0");
  public static final Oid PRODUCER = new Oid("1.2.246.10.93000009.10.0");
  public static final Oid UNIT = new Oid("1.2.246.10.93000009.10.1");

  private Rights() {}

  public static UsageRight granted(String at, String start, @Nullable String end) {
    return granted(
        Instant.parse(at), LocalDate.parse(start), end == null ? null : LocalDate.parse(end));
  }

  public static UsageRight granted(Instant at, LocalDate start, @Nullable LocalDate end) {
    return between(ORGANISER, PRODUCER, at, start, end);
  }

  public static UsageRight between(
      Oid organiser, Oid producer, Instant at, LocalDate start, @Nullable LocalDate end) {
    return new UsageRight(
        new UsageRightId(new UUID(7, 1)),
        1,
        new ClientRef(new UUID(7, 2)),
        organiser,
        producer,
        UNIT,
        ServiceTask.OLDER_PEOPLE,
        List.of(),
        start,
        end,
        at,
        null,
        null,
        EnumSet.allOf(RightPower.class),
        null,
        List.of(),
        null);
  }
}
