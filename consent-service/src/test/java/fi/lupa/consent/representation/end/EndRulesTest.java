package fi.lupa.consent.representation.end;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.representation.Relations;
import fi.lupa.consent.representation.Representation;
import fi.lupa.consent.representation.end.EndRules.Refusal;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged.State;
import org.junit.jupiter.api.Test;

class EndRulesTest {
  private static final Representation HELD = Relations.of(RepresentationRole.MANDATE);

  @Test
  void endsOnceByItsNewestVersion() {
    Representation ended = EndRules.ended(HELD, HELD.changedAt().plusSeconds(5));

    assertThat(EndRules.refusal(HELD, 1)).isEmpty();
    assertThat(EndRules.refusal(HELD, 2)).contains(Refusal.VERSION_CONFLICT);
    assertThat(EndRules.refusal(ended, 2)).contains(Refusal.REPRESENTATION_ALREADY_ENDED);
    assertThat(ended.state()).isEqualTo(State.ENDED);
    assertThat(ended.version()).isEqualTo(2);
    assertThat(ended.terms()).isEqualTo(HELD.terms());
    assertThat(ended.changedAt()).isEqualTo(HELD.changedAt().plusSeconds(5));
  }

  @Test
  void anotherInstancesClockCannotPutItBeforeTheLastVersion() {
    assertThat(EndRules.ended(HELD, HELD.changedAt().minusSeconds(1)).changedAt())
        .isEqualTo(HELD.changedAt());
  }
}
