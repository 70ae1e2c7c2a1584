package fi.lupa.audit.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.Events;
import fi.lupa.audit.party.PartyName;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadModelTest {
  @Test
  void namesComeFromOrganisations() {
    List<Recorded> events =
        List.of(
            new Recorded(new UUID(1, 1), Events.TIME, Events.read(Events.CLIENT, 1)),
            new Recorded(
                new UUID(1, 2),
                Events.TIME,
                Events.organisation(
                    Events.PRODUCER,
                    Events.PRODUCER_NAME,
                    Events.PRODUCER_UNIT,
                    Events.PRODUCER_UNIT_NAME)));

    assertThat(ReadModel.names(events))
        .containsExactly(
            new PartyName(Events.PRODUCER, Events.TIME, Events.PRODUCER, Events.PRODUCER_NAME),
            new PartyName(
                Events.PRODUCER_UNIT, Events.TIME, Events.PRODUCER, Events.PRODUCER_UNIT_NAME));
  }
}
