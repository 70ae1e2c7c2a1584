package fi.lupa.authorization.relationship.document;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A producer block (palveluntuottaja) of a client relationship document: which unit produces which
 * services of a task and when (domain sheet 1.3). {@code pointer} is a JSON Pointer into the
 * request.
 */
public sealed interface Block {
  String pointer();

  /**
   * One that can be read.
   *
   * @param services code set 1.2.246.537.6.1222; empty means every service of the task
   * @param end the last day; null when it isn't known
   * @param parts its subcontractors
   */
  record Producer(
      String pointer,
      ServiceTask task,
      Oid unit,
      List<String> services,
      LocalDate start,
      @Nullable LocalDate end,
      List<Part> parts)
      implements Block {
    public Producer {
      services = List.copyOf(services);
      parts = List.copyOf(parts);
    }

    /** Its end has come. */
    public boolean isOver(LocalDate today) {
      return end != null && !end.isAfter(today);
    }
  }

  /** One that was over before today, so that nothing in it needs to be understood. */
  record Past(String pointer) implements Block {}

  /**
   * One that can't be read.
   *
   * @param pointer to what is wrong in it
   * @param code why, a reason code
   * @param task when that much is clear
   * @param unit when that much is clear
   */
  record Unclear(String pointer, String code, @Nullable ServiceTask task, @Nullable Oid unit)
      implements Block {}

  /** A subcontractor (palveluntoteuttaja) of a block. */
  sealed interface Part {
    String pointer();

    /** One that can be read; members as in {@link Producer}. */
    record Implementer(
        String pointer, Oid unit, List<String> services, LocalDate start, @Nullable LocalDate end)
        implements Part {
      public Implementer {
        services = List.copyOf(services);
      }
    }

    /** One that can't be read, and why. */
    record Unclear(String pointer, String code) implements Part {}
  }
}
