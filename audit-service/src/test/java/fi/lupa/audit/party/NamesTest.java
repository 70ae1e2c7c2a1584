package fi.lupa.audit.party;

import static fi.lupa.audit.Events.PRODUCER;
import static fi.lupa.audit.Events.PRODUCER_UNIT;
import static fi.lupa.audit.Events.PRODUCER_UNIT_NAME;
import static fi.lupa.audit.Events.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.Events;
import fi.lupa.contracts.LocalizedText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final LocalizedText OLD = new LocalizedText("Vanha Oy", null, null);
  private static final LocalizedText NEW = new LocalizedText("Uusi Oy", null, null);
  private static final Duration DAY = Duration.ofDays(1);

  private final Names names =
      new Names(
          Stream.of(
                  PartyName.from(
                      Events.organisation(PRODUCER, NEW, PRODUCER_UNIT, PRODUCER_UNIT_NAME),
                      TIME.plus(DAY)),
                  PartyName.from(
                      Events.organisation(PRODUCER, OLD, PRODUCER_UNIT, PRODUCER_UNIT_NAME), TIME))
              .flatMap(List::stream)
              .toList());

  @Test
  void theNameIsTheOneOfThatMoment() {
    assertThat(names.at(PRODUCER, TIME).organisation()).isEqualTo(OLD);
    assertThat(names.at(PRODUCER, TIME.plus(DAY).minusNanos(1)).organisation()).isEqualTo(OLD);
    assertThat(names.at(PRODUCER, TIME.plus(DAY)).organisation()).isEqualTo(NEW);
    assertThat(names.at(PRODUCER, TIME.plus(DAY.multipliedBy(900))).organisation()).isEqualTo(NEW);
  }

  @Test
  void aNameThatCameLaterIsBetterThanNone() {
    assertThat(names.at(PRODUCER, TIME.minus(DAY)).organisation()).isEqualTo(OLD);
  }

  @Test
  void aUnitComesWithItsOrganisation() {
    assertThat(names.at(PRODUCER_UNIT, TIME)).isEqualTo(new Party(OLD, PRODUCER_UNIT_NAME));
    assertThat(names.at(PRODUCER, TIME).unit()).isNull();
  }

  @Test
  void aUnitWhoseOrganisationIsUnknownStillHasItsOwnName() {
    Names alone = new Names(List.of(new PartyName(PRODUCER_UNIT, TIME, PRODUCER, NEW)));

    assertThat(alone.at(PRODUCER_UNIT, TIME)).isEqualTo(new Party(null, NEW));
  }

  @Test
  void whoIsNotKnownIsUnknown() {
    assertThat(names.at(Events.HOSPITAL, TIME)).isSameAs(Party.UNKNOWN);
    assertThat(Names.NONE.at(PRODUCER, TIME)).isSameAs(Party.UNKNOWN);
  }

  @Test
  void anOrganisationListedAsItsOwnUnitKeepsOneName() {
    assertThat(PartyName.from(Events.organisation(PRODUCER, NEW, PRODUCER, OLD), TIME))
        .extracting(PartyName::name)
        .containsExactly(NEW);
  }
}
