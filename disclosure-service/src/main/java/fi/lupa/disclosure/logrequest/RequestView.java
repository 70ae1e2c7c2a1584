package fi.lupa.disclosure.logrequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.disclosure.logrequest.LogRequest.Decision;
import fi.lupa.disclosure.logrequest.LogRequest.Ground;
import fi.lupa.disclosure.logrequest.LogRequest.Opinion;
import fi.lupa.disclosure.logrequest.LogRequest.State;
import fi.lupa.disclosure.logrequest.LogRequest.Verdict;
import fi.lupa.platform.client.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as its client or its controller's officer reads it: without identifiers of
 * organisations.
 *
 * @param client only for the officer
 * @param repeats for the officer: whether the same data were given before, so that a fee may be
 *     asked
 * @param overdue whether it waits longer than the law allows
 */
record RequestView(
    UUID id,
    @Nullable ClientId client,
    @Nullable LocalizedText controller,
    @Nullable Boolean repeats,
    Channel channel,
    LocalDate receivedOn,
    LocalDate dueOn,
    boolean overdue,
    LocalDate from,
    LocalDate to,
    @Nullable String specialReason,
    @Nullable String concern,
    State state,
    @Nullable Decided decision,
    List<Asked> explanations) {
  /** The decision, without who made it. */
  record Decided(
      Verdict verdict,
      @Nullable Ground ground,
      @Nullable String explanation,
      int withheld,
      LogRequest.@Nullable Fee fee,
      LocalDate decidedOn) {
    static Decided of(Decision decision) {
      return new Decided(
          decision.verdict(),
          decision.ground(),
          decision.explanation(),
          decision.withheld().size(),
          decision.fee(),
          decision.decidedOn());
    }
  }

  /** A question with its answer, as soon as there is one. */
  record Asked(
      LocalDate askedOn,
      String question,
      @Nullable LocalDate answeredOn,
      @Nullable Boolean lawful,
      @Nullable String opinion,
      @Nullable String measures) {
    static Asked of(LogRequest.Explanation explanation) {
      Opinion opinion = explanation.opinion();
      return opinion == null
          ? new Asked(explanation.askedOn(), explanation.question(), null, null, null, null)
          : new Asked(
              explanation.askedOn(),
              explanation.question(),
              opinion.givenOn(),
              opinion.lawful(),
              opinion.text(),
              opinion.measures());
    }
  }

  /** Several of them. */
  record Page(
      List<RequestView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  static RequestView of(LogRequest request, @Nullable LocalizedText controller, LocalDate today) {
    return view(request, null, controller, null, today);
  }

  /**
   * @param others of the same client to the same controller
   */
  static RequestView forOfficer(LogRequest request, List<LogRequest> others, LocalDate today) {
    boolean repeats = LogRequestRules.repeats(request, others);
    return view(request, request.client(), null, repeats, today);
  }

  private static RequestView view(
      LogRequest request,
      @Nullable ClientId client,
      @Nullable LocalizedText controller,
      @Nullable Boolean repeats,
      LocalDate today) {
    return new RequestView(
        request.id(),
        client,
        controller,
        repeats,
        request.channel(),
        request.receivedOn(),
        request.dueOn(),
        request.open() && request.dueOn().isBefore(today),
        request.from(),
        request.to(),
        request.specialReason(),
        request.concern(),
        request.state(),
        request.decision() == null ? null : Decided.of(request.decision()),
        request.explanations().stream().map(Asked::of).toList());
  }
}
