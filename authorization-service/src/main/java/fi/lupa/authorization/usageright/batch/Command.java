package fi.lupa.authorization.usageright.batch;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.end.EndOrder;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;

/** What a line asks for, as it is kept until it is done: without the client's identity. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Command.Grant.class, name = "GRANT"),
  @JsonSubTypes.Type(value = Command.Amend.class, name = "AMEND"),
  @JsonSubTypes.Type(value = Command.End.class, name = "END")
})
public sealed interface Command permits Command.Grant, Command.OfRight {
  /** A right that the organiser gives. */
  record Grant(
      ClientRef client, ServiceTask serviceTask, Oid producer, Oid producerUnit, Terms terms)
      implements Command {}

  /** A change of a right that exists; {@code version} is the one it changes. */
  record Amend(UsageRightId id, long version, Terms terms) implements OfRight {}

  /** An end of a right that exists; {@code version} is the one it ends. */
  record End(UsageRightId id, long version, EndOrder order) implements OfRight {}

  /** A command about a right that exists. */
  sealed interface OfRight extends Command permits Amend, End {
    UsageRightId id();

    long version();
  }
}
