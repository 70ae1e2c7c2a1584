package fi.lupa.disclosure.logrequest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.logrequest.LogRequest.Decision;
import fi.lupa.disclosure.logrequest.LogRequest.Fee;
import fi.lupa.disclosure.logrequest.LogRequest.Ground;
import fi.lupa.disclosure.logrequest.LogRequest.Opinion;
import fi.lupa.disclosure.logrequest.LogRequest.State;
import fi.lupa.disclosure.logrequest.LogRequest.Verdict;
import fi.lupa.disclosure.logrequest.LogRequestRules.Step;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.record.Officer;
import fi.lupa.platform.client.TemporaryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.jspecify.annotations.Nullable;

/** Whatever is done to a request, in whatever order. */
class LogRequestProperties {
  private static final Oid OID = new Oid("1.2.3");
  private static final Officer OFFICER = new Officer(OID, new Professional("1", "A", "R"));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  static LogRequest request(LocalDate received, LocalDate from, @Nullable String reason) {
    return Asked.request(
        new UUID(0, 1),
        new TemporaryId(OID),
        OID,
        Channel.CITIZEN,
        received,
        from,
        null,
        reason,
        null);
  }

  static Decision decision(
      Verdict verdict, @Nullable Ground ground, @Nullable String reasons, Set<UUID> withheld) {
    return decision(verdict, ground, reasons, withheld, null);
  }

  static Decision decision(
      Verdict verdict,
      @Nullable Ground ground,
      @Nullable String reasons,
      Set<UUID> withheld,
      @Nullable Fee fee) {
    return new Decision(verdict, ground, reasons, withheld, fee, TODAY, OFFICER);
  }

  /** Something that is tried. */
  interface Act {
    Step on(LogRequest request);
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return Arbitraries.<Act>of(
            request ->
                LogRequestRules.decide(
                    request, decision(Verdict.GRANTED, null, null, Set.of()), false),
            request ->
                LogRequestRules.decide(
                    request,
                    decision(Verdict.GRANTED, null, null, Set.of(), new Fee(false, null, null)),
                    true),
            request ->
                LogRequestRules.decide(
                    request,
                    decision(
                        Verdict.PARTLY_GRANTED,
                        Ground.RIGHTS_OF_OTHERS,
                        "x",
                        Set.of(new UUID(0, 9))),
                    false),
            request ->
                LogRequestRules.decide(
                    request,
                    decision(Verdict.REFUSED, Ground.CRIME_OR_SECURITY, "x", Set.of()),
                    false),
            request ->
                LogRequestRules.decide(
                    request, decision(Verdict.REFUSED, null, null, Set.of()), false),
            request -> LogRequestRules.ask(request, "?", TODAY.plusDays(40)),
            request ->
                LogRequestRules.explain(request, new Opinion(true, "x", null, TODAY, OFFICER)))
        .list()
        .ofMaxSize(12);
  }

  @Property
  void oneDecisionThatStaysAndEveryQuestionInItsTurn(@ForAll("acts") List<Act> acts) {
    LogRequest now = request(TODAY, TODAY, null);
    for (Act act : acts) {
      LogRequest before = now;
      Step step = act.on(before);
      if (step instanceof Step.Done done) {
        now = done.request();
        assertThat(now.state()).isNotEqualTo(before.state());
        if (before.decision() != null) {
          assertThat(now.decision()).isEqualTo(before.decision());
        }
        assertThat(now.explanations().size())
            .isBetween(before.explanations().size(), before.explanations().size() + 1);
        assertThat(now.dueOn())
            .isEqualTo(
                now.state() == State.EXPLANATION_ASKED
                    ? LogRequestRules.due(now.explanations().getLast().askedOn())
                    : before.dueOn());
      }
      assertThat(now.open())
          .isEqualTo(now.state() == State.RECEIVED || now.state() == State.EXPLANATION_ASKED);
      assertThat(now.decision() == null).isEqualTo(now.state() == State.RECEIVED);
      assertThat(now.explanations().stream().filter(one -> one.opinion() == null).count())
          .isEqualTo(now.state() == State.EXPLANATION_ASKED ? 1 : 0);
      if (now.decision() != null && now.decision().verdict() == Verdict.REFUSED) {
        assertThat(LogRequestRules.answers(now)).isFalse();
        assertThat(now.decision().explanation()).as("never without reasons").isNotNull();
      }
    }
  }

  @Property
  void twoMonthsToAnswerAndTwoYearsWithoutAReason(
      @ForAll("days") LocalDate received, @ForAll("days") LocalDate from) {
    assertThat(LogRequestRules.due(received))
        .isAfter(received.plusDays(58))
        .isBefore(received.plusDays(63));
    boolean old = from.isBefore(received.minusYears(2));
    assertThat(LogRequestRules.receive(request(received, from, null)) instanceof Step.Refused)
        .isEqualTo(old);
    assertThat(LogRequestRules.receive(request(received, from, "syy")))
        .isInstanceOf(Step.Done.class);
    LogRequest cut =
        ((Step.Done)
                LogRequestRules.decide(
                    request(received, from, "syy"),
                    decision(Verdict.PARTLY_GRANTED, Ground.NO_SPECIAL_REASON, "x", Set.of()),
                    false))
            .request();
    assertThat(cut.answeredFrom()).isEqualTo(old ? received.minusYears(2) : from);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Dates.dates().between(LocalDate.of(2020, 1, 1), LocalDate.of(2028, 12, 31));
  }
}
