package fi.lupa.consent.permit;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a permit from one sector to the other covers (decree 457/2024 25 §). The days bound when the
 * data were recorded, both included; an absent one leaves that side open.
 *
 * @param serviceTasks whose documents go to health care; empty in a permit to social care
 * @param dataGroups which patient data go to social care; empty in a permit to health care
 */
public record Target(
    Recipient recipient,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<ServiceTask> serviceTasks,
    @Nullable LocalDate recordedFrom,
    @Nullable LocalDate recordedTo,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<PatientDataGroup> dataGroups) {
  public Target {
    serviceTasks = ordered(serviceTasks);
    dataGroups = ordered(dataGroups);
  }

  /** Always in the same order: a repeated request is recognised by its text, on any instance. */
  static <T extends Comparable<T>> Set<T> ordered(@Nullable Set<T> values) {
    return values == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(values));
  }
}
