package fi.lupa.consent.permit.give;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.permit.Recipient;
import fi.lupa.consent.permit.Target;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GiveRulesProperties {
  /** What is accepted fits the table's constraint {@code targets_fit}, and all of that is. */
  @Property
  void anInformedPersonsAnswerIsAcceptedExactlyWhenItsTargetsFit(@ForAll("answers") Answer answer) {
    boolean specified =
        answer.kind() != PermitKind.SOCIAL_CARE && answer.decision() == Decision.GIVEN;

    assertThat(GiveRules.refusal(new IdentityCode("020516C903K"), true, answer).isEmpty())
        .isEqualTo(specified != answer.targets().isEmpty());
  }

  @Property
  void nothingIsAcceptedBeforeInformingOrWithoutAnIdentityCode(
      @ForAll("answers") Answer answer, @ForAll("clients") ClientId client) {
    assertThat(GiveRules.refusal(client, false, answer)).isPresent();
    if (client instanceof TemporaryId) {
      assertThat(GiveRules.refusal(client, true, answer)).isPresent();
    }
  }

  @Property
  void eachBackwardsPeriodAndNoOtherIsPointedAt(@ForAll("targets") List<Target> targets) {
    List<Integer> backwards =
        java.util.stream.IntStream.range(0, targets.size())
            .filter(i -> isBackwards(targets.get(i)))
            .boxed()
            .toList();

    assertThat(GiveRules.violations(targets))
        .extracting(violation -> violation.pointer())
        .containsExactlyElementsOf(
            backwards.stream().map(i -> "/targets/" + i + "/recordedTo").toList());
  }

  private static boolean isBackwards(Target target) {
    return target.recordedFrom() != null
        && target.recordedTo() != null
        && target.recordedFrom().toEpochDay() > target.recordedTo().toEpochDay();
  }

  @Provide
  Arbitrary<Answer> answers() {
    return Combinators.combine(
            Arbitraries.of(PermitKind.class), Arbitraries.of(Decision.class), targets())
        .as((kind, decision, targets) -> new Answer(kind, decision, "2024-1", targets));
  }

  @Provide
  Arbitrary<List<Target>> targets() {
    Arbitrary<LocalDate> days =
        Arbitraries.longs().between(0, 30).map(LocalDate::ofEpochDay).injectNull(0.3);
    return Combinators.combine(Arbitraries.of(ServiceTask.class).set().ofMinSize(1), days, days)
        .as((tasks, from, to) ->
            new Target(
                new Recipient(RecipientType.PUBLIC_HEALTH_CARE, null), tasks, from, to, Set.of()))
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<ClientId> clients() {
    return Arbitraries.of(
        new IdentityCode("020516C903K"), new TemporaryId(new Oid("1.2.246.10.91000005.22.2026.1")));
  }
}
