package fi.lupa.consent.permit;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.consent.naming.Naming;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.client.OpaqueOids.Kind;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Target} as whoever reads or says it names the recipient. */
public record NamedTarget(
    NamedRecipient recipient,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<ServiceTask> serviceTasks,
    @Nullable LocalDate recordedFrom,
    @Nullable LocalDate recordedTo,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<PatientDataGroup> dataGroups) {
  public NamedTarget {
    serviceTasks = Target.ordered(serviceTasks);
    dataGroups = Target.ordered(dataGroups);
  }

  /**
   * Who may receive.
   *
   * @param organisation a provider's OID for it, or the citizen's reference
   * @param organisationName told to a citizen, when it is known
   */
  public record NamedRecipient(
      RecipientType type,
      @Nullable String organisation,
      @Nullable LocalizedText organisationName) {}

  /**
   * What is meant by it.
   *
   * @param citizen who says it; absent: a provider
   * @throws fi.lupa.platform.problem.Problem NOT_FOUND when the citizen's reference is none
   */
  public Target meant(@Nullable ClientRef citizen, Naming naming) {
    String said = recipient.organisation();
    Oid organisation = said == null ? null : naming.meant(citizen, Kind.ORGANISATION, said);
    return new Target(
        new Recipient(recipient.type(), organisation),
        serviceTasks,
        recordedFrom,
        recordedTo,
        dataGroups);
  }
}
