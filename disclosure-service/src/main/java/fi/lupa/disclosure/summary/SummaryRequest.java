package fi.lupa.disclosure.summary;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.asking.AccessRequest;
import fi.lupa.platform.client.ClientId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks for a summary, as the contract's {@code ClientSummaryQuery} schema describes it. */
record SummaryRequest(
    ClientId client,
    Basis basis,
    @Nullable Ground ground,
    @Nullable Oid controller,
    @Nullable Set<ServiceTask> serviceTasks,
    String purpose,
    RequesterPart requester,
    @Nullable StatedRelationship relationship,
    @Nullable WideSearch wideSearch,
    @Nullable Necessity necessity,
    @Nullable Incapacity incapacity,
    @Nullable Protection protection)
    implements AccessRequest {

  /** Patient data hold no client relationships. */
  @Override
  public @Nullable Sector source() {
    return null;
  }

  /**
   * Whether the requester is told if something was withheld: only when everything is asked for, or
   * one could find it out by narrowing the question, as with a record query.
   */
  boolean tellsOfWithheld() {
    return (basis != Basis.DISCLOSURE || controller == null)
        && (basis == Basis.REGISTER_USAGE_RIGHT || tasks().isEmpty());
  }

  Set<ServiceTask> tasks() {
    return Objects.requireNonNullElse(serviceTasks, Set.of());
  }
}
