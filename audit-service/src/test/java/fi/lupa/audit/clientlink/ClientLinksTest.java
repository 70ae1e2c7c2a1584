package fi.lupa.audit.clientlink;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.Events;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.ClientLinked.State;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientLinksTest {
  private static final ClientRef FORMER = new ClientRef(new UUID(8, 8));
  private static final ClientRef OTHER = new ClientRef(new UUID(5, 5));

  @Test
  void ofOneIdentifierTheNewestVersionCountsInWhateverOrder() {
    ClientLinked first = Events.link(Events.CLIENT, FORMER, 1, State.LINKED);
    ClientLinked second = Events.link(Events.CLIENT, FORMER, 2, State.CANCELLED);
    ClientLinked third = Events.link(OTHER, FORMER, 3, State.LINKED);
    assertThat(ClientLinks.newest(List.of(first, second, third))).containsExactly(third);
    assertThat(ClientLinks.newest(List.of(third, first, second, first))).containsExactly(third);
    assertThat(ClientLinks.newest(List.of(second, first))).containsExactly(second);
  }

  @Test
  void identifiersComeInOneOrderWhoeverBringsThem() {
    ClientLinked one = Events.link(Events.CLIENT, FORMER, 1, State.LINKED);
    ClientLinked another = Events.link(Events.CLIENT, OTHER, 1, State.LINKED);
    assertThat(ClientLinks.newest(List.of(one, another)))
        .isEqualTo(ClientLinks.newest(List.of(another, one)))
        .hasSize(2);
    assertThat(ClientLinks.newest(List.of())).isEmpty();
  }
}
