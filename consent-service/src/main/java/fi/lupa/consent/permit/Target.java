package fi.lupa.consent.permit;

import fi.lupa.contracts.ServiceTask;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a permit to health care covers (decree 457/2024 25 § 2-3). The days bound when the data were
 * recorded, both included; an absent one leaves that side open.
 */
public record Target(
    Recipient recipient,
    Set<ServiceTask> serviceTasks,
    @Nullable LocalDate recordedFrom,
    @Nullable LocalDate recordedTo) {
  public Target {
    // always in the same order: a repeated request is recognised by its text, on any instance
    serviceTasks = Collections.unmodifiableSet(new TreeSet<>(serviceTasks));
  }
}
