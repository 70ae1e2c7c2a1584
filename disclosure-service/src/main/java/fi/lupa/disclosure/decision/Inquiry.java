package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, as far as the law cares.
 *
 * @param temporaryClient the client is named by a temporary identifier
 * @param relationship what the requester states, absent when nothing
 * @param controller the register meant; required with a usage right
 * @param serviceTasks only documents of these tasks, all when empty
 * @param socialServices only documents of these services, all when empty
 * @param source which sector's registers a disclosure is asked from
 * @param role the professional's task, absent when it isn't known or nobody asks by name
 * @param now the moment of the decision; days are counted in Helsinki
 */
public record Inquiry(
    Basis basis,
    Oid organisation,
    Oid unit,
    @Nullable Oid controller,
    boolean temporaryClient,
    @Nullable Relationship relationship,
    Set<ServiceTask> serviceTasks,
    Set<String> socialServices,
    Sector source,
    @Nullable Role role,
    Stated stated,
    Instant now) {
  /** Validity by days means days in Finland. */
  /** What stands on its basis alone, such as a storing. */
  public Inquiry(
      Basis basis,
      Oid organisation,
      Oid unit,
      @Nullable Oid controller,
      boolean temporaryClient,
      @Nullable Relationship relationship,
      Set<ServiceTask> serviceTasks,
      Set<String> socialServices,
      Instant now) {
    this(
        basis,
        organisation,
        unit,
        controller,
        temporaryClient,
        relationship,
        serviceTasks,
        socialServices,
        Sector.SOCIAL,
        null,
        Stated.NOTHING,
        now);
  }

  public LocalDate today() {
    return FinnishDays.dayOf(now);
  }

  /** On what ground a disclosure is asked for; the client's permit unless another is stated. */
  Ground ground() {
    return Objects.requireNonNullElse(stated.ground(), Ground.PERMIT);
  }

  /** The same about the tasks and services of this version. */
  Inquiry about(Origin version) {
    return new Inquiry(
        basis,
        organisation,
        unit,
        controller,
        temporaryClient,
        relationship,
        version.serviceTasks(),
        version.socialServices(),
        source,
        role,
        stated,
        now);
  }
}
