package fi.lupa.disclosure.logrequest;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.record.Officer;
import fi.lupa.platform.client.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A written request for log data (Act 703/2023 11 §). Days are days in Finland.
 *
 * @param client as the client is named in the request, for the controller to know whose it is
 * @param dueOn the last day to answer: two months from when it was received, or from when an
 *     explanation was asked for last
 * @param from the first day that is asked about
 * @param to the last day that is asked about
 * @param specialReason why also what is older than two years
 * @param concern what the client suspects
 */
record LogRequest(
    UUID id,
    ClientId client,
    Oid controller,
    Channel channel,
    LocalDate receivedOn,
    LocalDate dueOn,
    LocalDate from,
    LocalDate to,
    @Nullable String specialReason,
    @Nullable String concern,
    State state,
    @Nullable Decision decision,
    List<Explanation> explanations) {
  /** How far it has come. */
  enum State {
    RECEIVED,
    GRANTED,
    PARTLY_GRANTED,
    REFUSED,
    EXPLANATION_ASKED,
    EXPLAINED
  }

  /** What the controller can decide. */
  enum Verdict {
    GRANTED,
    PARTLY_GRANTED,
    REFUSED
  }

  /** Why log data may be refused (11 § 2 and 3). */
  enum Ground {
    DANGER_TO_HEALTH_OR_CARE,
    RIGHTS_OF_OTHERS,
    CRIME_OR_SECURITY,
    NO_SPECIAL_REASON
  }

  /**
   * The controller's decision.
   *
   * @param withheld accesses that the answer leaves out
   * @param fee only of a request that repeats another; without it the answer is free
   */
  record Decision(
      Verdict verdict,
      @Nullable Ground ground,
      @Nullable String explanation,
      Set<UUID> withheld,
      @Nullable Fee fee,
      LocalDate decidedOn,
      Officer by) {}

  /**
   * What giving the same data again costs (11 § 3): never more than its direct costs.
   *
   * @param asked false when the controller waives it
   * @param euros with two decimals; with asked only
   * @param costs what it is made up of; with asked only
   */
  record Fee(boolean asked, @Nullable String euros, @Nullable String costs) {}

  /** A question about the lawfulness of something, and the controller's reasoned opinion. */
  record Explanation(LocalDate askedOn, String question, @Nullable Opinion opinion) {}

  /**
   * What the controller thinks.
   *
   * @param measures what was done because of it
   */
  record Opinion(
      boolean lawful, String text, @Nullable String measures, LocalDate givenOn, Officer by) {}

  boolean open() {
    return state == State.RECEIVED || state == State.EXPLANATION_ASKED;
  }

  /** The first day that is answered about: what is older needs a reason that was accepted. */
  LocalDate answeredFrom() {
    LocalDate ordinary = LogRequestRules.ordinaryFrom(receivedOn);
    boolean cut = decision != null && decision.ground() == Ground.NO_SPECIAL_REASON;
    return cut && from.isBefore(ordinary) ? ordinary : from;
  }
}
