package fi.lupa.disclosure.logrequest;

import fi.lupa.disclosure.logrequest.LogRequest.Decision;
import fi.lupa.disclosure.logrequest.LogRequest.Explanation;
import fi.lupa.disclosure.logrequest.LogRequest.Fee;
import fi.lupa.disclosure.logrequest.LogRequest.Ground;
import fi.lupa.disclosure.logrequest.LogRequest.Opinion;
import fi.lupa.disclosure.logrequest.LogRequest.State;
import fi.lupa.disclosure.logrequest.LogRequest.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a log request goes on (Act 703/2023 11 §): pure functions from one state to the next. */
final class LogRequestRules {
  private static final int MONTHS_TO_ANSWER = 2;
  private static final int YEARS_WITHOUT_REASON = 2;
  private static final Set<State> DECIDED =
      Set.of(State.GRANTED, State.PARTLY_GRANTED, State.REFUSED, State.EXPLAINED);

  private LogRequestRules() {}

  /** What an act comes to. */
  sealed interface Step {
    /** It is done, and this is the request now. */
    record Done(LogRequest request) implements Step {}

    /** It can't be done, for the reason with that code. */
    record Refused(String code) implements Step {}
  }

  /** The last day to answer what was received then. */
  static LocalDate due(LocalDate receivedOn) {
    return receivedOn.plusMonths(MONTHS_TO_ANSWER);
  }

  /** The first day that can be asked about without a special reason. */
  static LocalDate ordinaryFrom(LocalDate receivedOn) {
    return receivedOn.minusYears(YEARS_WITHOUT_REASON);
  }

  /** A request that comes in. */
  static Step receive(LogRequest request) {
    return request.from().isBefore(ordinaryFrom(request.receivedOn()))
            && request.specialReason() == null
        ? new Step.Refused("OLDER_THAN_TWO_YEARS")
        : new Step.Done(request);
  }

  /**
   * The controller decides, once.
   *
   * @param repeats whether the same data were given before: else they are free
   */
  static Step decide(LogRequest request, Decision decision, boolean repeats) {
    if (request.state() != State.RECEIVED) {
      return new Step.Refused("LOG_REQUEST_DECIDED");
    }
    if (decision.fee() != null && (!repeats || decision.verdict() == Verdict.REFUSED)) {
      return new Step.Refused("LOG_FEE_NOT_DUE");
    }
    return fits(decision)
        ? new Step.Done(
            with(
                request,
                request.dueOn(),
                State.valueOf(decision.verdict().name()),
                decision,
                request.explanations()))
        : new Step.Refused("LOG_DECISION_INCOMPLETE");
  }

  /** Less than everything has its ground and its explanation; a part says which part. */
  private static boolean fits(Decision decision) {
    boolean reasoned = decision.ground() != null && decision.explanation() != null;
    return holds(decision.fee())
        && switch (decision.verdict()) {
          case GRANTED ->
              decision.ground() == null
                  && decision.explanation() == null
                  && decision.withheld().isEmpty();
          case PARTLY_GRANTED ->
              reasoned
                  && decision.withheld().isEmpty()
                      == (decision.ground() == Ground.NO_SPECIAL_REASON);
          case REFUSED -> reasoned && decision.withheld().isEmpty();
        };
  }

  /** What is asked has its sum and says what it covers; what is waived has neither. */
  private static boolean holds(@Nullable Fee fee) {
    if (fee == null) {
      return true;
    }
    return fee.asked()
        ? fee.euros() != null && new BigDecimal(fee.euros()).signum() > 0 && fee.costs() != null
        : fee.euros() == null && fee.costs() == null;
  }

  /**
   * Whether a request asks for data that an earlier one was answered with: the days of both have
   * some in common.
   *
   * @param others of the same client
   */
  static boolean repeats(LogRequest request, List<LogRequest> others) {
    return others.stream()
        .filter(other -> !other.id().equals(request.id()))
        .filter(other -> other.controller().equals(request.controller()) && answers(other))
        .anyMatch(other ->
            !other.answeredFrom().isAfter(request.to()) && !request.from().isAfter(other.to()));
  }

  /**
   * The client asks for an explanation, one at a time, once the request is decided. The act gives
   * the opinion no days of its own: it is due like an answer.
   */
  static Step ask(LogRequest request, String question, LocalDate askedOn) {
    if (!DECIDED.contains(request.state())) {
      return new Step.Refused("LOG_REQUEST_OPEN");
    }
    List<Explanation> explanations = new ArrayList<>(request.explanations());
    explanations.add(new Explanation(askedOn, question, null));
    return new Step.Done(
        with(
            request,
            due(askedOn),
            State.EXPLANATION_ASKED,
            request.decision(),
            List.copyOf(explanations)));
  }

  /** The controller answers what was asked last. */
  static Step explain(LogRequest request, Opinion opinion) {
    if (request.state() != State.EXPLANATION_ASKED) {
      return new Step.Refused("EXPLANATION_NOT_ASKED");
    }
    List<Explanation> explanations = new ArrayList<>(request.explanations());
    Explanation asked = explanations.removeLast();
    explanations.add(new Explanation(asked.askedOn(), asked.question(), opinion));
    return new Step.Done(
        with(
            request,
            request.dueOn(),
            State.EXPLAINED,
            request.decision(),
            List.copyOf(explanations)));
  }

  /** Whether there is something to read: a decision that gave all or a part. */
  static boolean answers(LogRequest request) {
    Decision decision = request.decision();
    return decision != null && decision.verdict() != Verdict.REFUSED;
  }

  private static LogRequest with(
      LogRequest request,
      LocalDate dueOn,
      State state,
      @Nullable Decision decision,
      List<Explanation> explanations) {
    return new LogRequest(
        request.id(),
        request.client(),
        request.controller(),
        request.channel(),
        request.receivedOn(),
        dueOn,
        request.from(),
        request.to(),
        request.specialReason(),
        request.concern(),
        state,
        decision,
        explanations);
  }
}
