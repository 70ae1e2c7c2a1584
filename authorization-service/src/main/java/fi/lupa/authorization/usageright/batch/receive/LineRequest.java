package fi.lupa.authorization.usageright.batch.receive;

import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.amend.AmendRequest;
import fi.lupa.authorization.usageright.batch.Command;
import fi.lupa.authorization.usageright.end.EndOrder;
import fi.lupa.authorization.usageright.grant.GrantRequest;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.platform.client.ClientRefs;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line that the contract allows: exactly one of the three acts. */
record LineRequest(
    @Nullable String ref,
    @Nullable GrantRequest grant,
    @Nullable Amendment amend,
    @Nullable End end) {

  record Amendment(UUID id, long version, AmendRequest terms) {}

  record End(UUID id, long version, @Nullable LocalDate on, RightEndReason reason) {}

  /** The same without the client's identity. */
  Command command(ClientRefs clientRefs) {
    if (grant != null) {
      return new Command.Grant(
          clientRefs.of(grant.client()),
          grant.serviceTask(),
          grant.producer(),
          grant.producerUnit(),
          grant.terms());
    }
    if (amend != null) {
      return new Command.Amend(
          new UsageRightId(amend.id()), amend.version(), amend.terms().terms());
    }
    End order = Objects.requireNonNull(end);
    return new Command.End(
        new UsageRightId(order.id()), order.version(), new EndOrder(order.on(), order.reason()));
  }
}
