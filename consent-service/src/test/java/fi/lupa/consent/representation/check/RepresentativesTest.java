package fi.lupa.consent.representation.check;

import static fi.lupa.consent.representation.Relations.ACTOR;
import static fi.lupa.consent.representation.Relations.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.consent.representation.Block;
import fi.lupa.consent.representation.Relations;
import fi.lupa.consent.representation.Representation;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The national register's place is taken by a list: the second implementation of the port. */
class RepresentativesTest {
  private static final IdentityCode CHILD = new IdentityCode("020516C903K");
  private static final Representation GUARDIAN = Relations.of(RepresentationRole.GUARDIAN_OF_MINOR);

  private final List<Representation> known = new ArrayList<>();
  private int asked;
  private final MandateService mandates =
      (client, representative) -> {
        asked++;
        return Flux.fromIterable(known)
            .filter(
                one -> one.client().equals(client) && one.representative().equals(representative));
      };
  private final Representatives representatives =
      new Representatives(
          mandates,
          new ClientRefs(new byte[32]),
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

  private Citizen by(UUID relation, RepresentationRole role) {
    return new Citizen(CLIENT, CHILD, new Representative(ACTOR, relation, role));
  }

  private Citizen verified(Citizen citizen) {
    return representatives.verified(citizen, Representatives.ANY).block();
  }

  private void refused(Citizen citizen) {
    assertThatThrownBy(() -> verified(citizen))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("NO_REPRESENTATION"));
  }

  @Test
  void theClientIsNotAskedFor() {
    Citizen self = new Citizen(CLIENT, CHILD, null);
    assertThat(verified(self)).isSameAs(self);
    assertThat(asked).isZero();
  }

  @Test
  void theRelationOfTheTokenMustStand() {
    known.add(GUARDIAN);
    Citizen guardian = by(GUARDIAN.id(), GUARDIAN.role());
    assertThat(verified(guardian)).isEqualTo(guardian);
    refused(by(new UUID(9, 9), GUARDIAN.role()));
    refused(by(GUARDIAN.id(), RepresentationRole.MANDATE));
  }

  @Test
  void everyAnswerTakesOneQuestion() {
    Citizen guardian = by(GUARDIAN.id(), GUARDIAN.role());
    refused(guardian);
    known.add(Relations.blocked(GUARDIAN, Block.TAKEN_INTO_CARE));
    refused(guardian);
    known.set(0, Relations.ended(GUARDIAN));
    refused(guardian);
    assertThat(asked).isEqualTo(3);
    known.set(0, GUARDIAN);
    verified(guardian);
    assertThat(asked).isEqualTo(4);
  }
}
