package fi.lupa.disclosure.logrequest;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.logrequest.LogRequest.Ground;
import fi.lupa.disclosure.logrequest.LogRequest.State;
import fi.lupa.disclosure.logrequest.LogRequest.Verdict;
import fi.lupa.disclosure.record.Officer;
import fi.lupa.platform.client.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the contract's requests about log requests hold. */
final class Asked {
  private Asked() {}

  /** {@code MyLogRequest}: by the citizen. */
  record Mine(
      UUID controller,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String specialReason,
      @Nullable String concern) {}

  /** {@code PaperLogRequest}: what came on paper, entered by an officer. */
  record OnPaper(
      Officer requester,
      ClientId client,
      LocalDate receivedOn,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String specialReason,
      @Nullable String concern) {}

  /** {@code LogDecision}. */
  record Decided(
      Officer requester,
      Verdict verdict,
      @Nullable Ground ground,
      @Nullable String explanation,
      @Nullable Set<UUID> withheld,
      LogRequest.@Nullable Fee fee) {
    LogRequest.Decision on(LocalDate today) {
      return new LogRequest.Decision(
          verdict,
          ground,
          explanation,
          withheld == null ? Set.of() : withheld,
          fee,
          today,
          requester);
    }
  }

  /** {@code LogOpinion}. */
  record Explained(Officer requester, boolean lawful, String opinion, @Nullable String measures) {
    LogRequest.Opinion on(LocalDate today) {
      return new LogRequest.Opinion(lawful, opinion, measures, today, requester);
    }
  }

  /** {@code MyQuestion}. */
  record Question(String question) {}

  /** {@code PaperQuestion}: what came on paper, entered by an officer. */
  record QuestionOnPaper(Officer requester, LocalDate receivedOn, String question) {}

  /** {@code LogRequestSearch}. */
  record Search(
      Officer requester,
      @Nullable Boolean open,
      @Nullable Boolean overdue,
      @Nullable Integer limit,
      @Nullable String cursor) {}

  /** {@code LogAnswerSearch}. */
  record AnswerSought(Officer requester, @Nullable Integer limit, @Nullable String cursor) {}

  /** {@code LogAnswerPrint}. */
  record Print(Officer requester, String language) {}

  /**
   * A request of today or of another day.
   *
   * @param to when not said: the day it was received
   * @param from when not said: as far back as needs no reason
   */
  static LogRequest request(
      UUID id,
      ClientId client,
      Oid controller,
      Channel channel,
      LocalDate receivedOn,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String specialReason,
      @Nullable String concern) {
    return new LogRequest(
        id,
        client,
        controller,
        channel,
        receivedOn,
        LogRequestRules.due(receivedOn),
        from == null ? LogRequestRules.ordinaryFrom(receivedOn) : from,
        to == null ? receivedOn : to,
        specialReason,
        concern,
        State.RECEIVED,
        null,
        List.of());
  }
}
