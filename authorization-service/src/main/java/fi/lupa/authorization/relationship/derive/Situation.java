package fi.lupa.authorization.relationship.derive;

import fi.lupa.authorization.relationship.derive.Derived.Amend;
import fi.lupa.authorization.relationship.derive.Derived.End;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.authorization.usageright.check.KnownParties;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a document meets: the organiser's rights to the client's documents, all of them, however
 * they came.
 *
 * @param followed those that an earlier version of the document told of
 * @param repeated the version was applied before: only what has no right is tried again
 */
public record Situation(
    Oid organiser,
    ClientRef client,
    List<UsageRight> rights,
    Set<UsageRightId> followed,
    KnownParties parties,
    boolean repeated,
    Instant now) {
  public Situation {
    rights = List.copyOf(rights);
    followed = Set.copyOf(followed);
  }

  /** The same when that has been done; what is granted is left to the table to fit in. */
  Situation after(List<Derived> done) {
    List<UsageRight> left = new ArrayList<>(rights);
    for (Derived one : done) {
      switch (one) {
        case End(_, UsageRight right, LocalDate on) when on == null -> left.remove(right);
        case End(_, UsageRight right, LocalDate on) ->
            left.replaceAll(other ->
                other == right ? right.endingOn(on, RightEndReason.RELATIONSHIP_ENDED) : other);
        case Amend(_, UsageRight right, Terms terms) ->
            left.replaceAll(other -> other == right ? right.amended(terms, now) : other);
        default -> {}
      }
    }
    return new Situation(organiser, client, left, followed, parties, repeated, now);
  }

  LocalDate today() {
    return FinnishDays.dayOf(now);
  }

  /** Rights that haven't ended. */
  List<UsageRight> live() {
    return rights.stream().filter(this::isLive).toList();
  }

  Stream<UsageRight> of(ServiceTask task, Oid unit) {
    return rights.stream()
        .filter(right -> right.serviceTask() == task && right.producerUnit().equals(unit));
  }

  boolean isLive(UsageRight right) {
    return right.stateAt(now) != UsageRightState.ENDED;
  }

  boolean isInForce(UsageRight right) {
    return right.stateAt(now) == UsageRightState.IN_FORCE;
  }
}
