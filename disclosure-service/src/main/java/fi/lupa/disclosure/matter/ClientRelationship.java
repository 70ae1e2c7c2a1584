package fi.lupa.disclosure.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client relationship (asiakkuus) as its document tells it; what the document leaves out is null
 * or empty.
 *
 * @param old kept from before the archive (vanha asiakkuus); another one is in active use
 * @param born the client's day of birth
 * @param nonDisclosure non-disclosure for personal safety (turvakielto)
 * @param nonDisclosureUntil its last day, null when it goes on
 * @param surname the client's
 * @param addresses the client's
 * @param units the organiser's own units
 * @param ownWorkers who answer for the client's services
 */
public record ClientRelationship(
    @Nullable LocalDate started,
    @Nullable LocalDate ended,
    boolean old,
    @Nullable LocalDate born,
    boolean nonDisclosure,
    @Nullable LocalDate nonDisclosureUntil,
    @Nullable String surname,
    List<Address> addresses,
    List<UnitPeriod> units,
    List<OwnWorker> ownWorkers,
    List<TaskPart> tasks) {

  /** Where somebody lives, as it is written. */
  public record Address(String street, String postalCode) {}

  /**
   * A service unit and the days that it serves the client.
   *
   * @param unit its code in the organisation register, an OID
   * @param name as the document writes it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UnitPeriod(
      String unit, @Nullable String name, @Nullable LocalDate started, @Nullable LocalDate ended) {}

  /** A professional (oma työntekijä). */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OwnWorker(String name, @Nullable String unit, @Nullable String unitName) {}

  /**
   * What is done in one service task.
   *
   * @param serviceTask null when the code set doesn't know the document's code
   * @param name the task as the document writes it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TaskPart(
      @Nullable ServiceTask serviceTask,
      @Nullable String name,
      List<UnitPeriod> units,
      List<ProducerPart> producers) {}

  /**
   * A producer's unit, with the subcontractors (palveluntoteuttaja) it uses.
   *
   * @param socialServices codes of code set 1.2.246.537.6.1222
   */
  public record ProducerPart(
      UnitPeriod unit, List<String> socialServices, List<SubcontractorPart> subcontractors) {}

  /** A subcontractor's unit and the services it gives. */
  public record SubcontractorPart(UnitPeriod unit, List<String> socialServices) {}
}
