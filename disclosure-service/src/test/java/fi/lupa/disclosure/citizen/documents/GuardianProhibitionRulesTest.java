package fi.lupa.disclosure.citizen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.GuardianProhibitionChanged.State;
import fi.lupa.contracts.event.GuardianProhibitionChanged.Target;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.Phase;
import fi.lupa.disclosure.document.ShowToClient;
import fi.lupa.disclosure.support.Documents;
import fi.lupa.platform.security.Representative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A minor's prohibition against guardians (51 § 2, facts 10.7 row 5). */
class GuardianProhibitionRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final LocalDate CHILD = LocalDate.parse("2012-01-01");
  private static final LocalDate ADULT = LocalDate.parse("2008-11-22");
  private static final ClientRef GUARDIAN = new ClientRef(new UUID(2, 2));
  private static final ClientRef OTHER = new ClientRef(new UUID(2, 3));
  private static final Document DOCUMENT =
      Documents.shown("1506.15003", Phase.PHASE_2, null, ShowToClient.YES);
  private static final ServiceTask ITS_TASK = DOCUMENT.serviceTasks().iterator().next();

  private static GuardianProhibitionChanged asked(
      State state,
      @Nullable ClientRef guardian,
      Target target,
      @Nullable ServiceTask task,
      @Nullable Oid document) {
    Instant at = Instant.parse("2026-11-22T08:00:00Z");
    return new GuardianProhibitionChanged(
        new UUID(9, 9),
        1,
        new ClientRef(new UUID(1, 1)),
        state,
        guardian,
        target,
        task,
        document,
        new Oid("1.2.246.10.91000005.10.0"),
        at,
        state == State.CANCELLED ? at : null);
  }

  private static boolean prohibited(
      RepresentationRole role, LocalDate born, GuardianProhibitionChanged... known) {
    return RepresentativeRules.isProhibited(
        new Representative(GUARDIAN, new UUID(7, 7), role),
        born,
        Facts.of(List.of(known)),
        DOCUMENT,
        TODAY);
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED, true", "REFUSED, false", "CANCELLED, false"})
  void onlyAnAcceptedOneBinds(State state, boolean binds) {
    assertThat(
            prohibited(
                RepresentationRole.GUARDIAN_OF_MINOR,
                CHILD,
                asked(state, null, Target.ALL, null, null)))
        .isEqualTo(binds);
  }

  @Test
  void oneAgainstOneGuardianBindsThatOneOnly() {
    RepresentationRole role = RepresentationRole.GUARDIAN_OF_MINOR;
    assertThat(prohibited(role, CHILD, asked(State.ACCEPTED, GUARDIAN, Target.ALL, null, null)))
        .isTrue();
    assertThat(prohibited(role, CHILD, asked(State.ACCEPTED, OTHER, Target.ALL, null, null)))
        .isFalse();
  }

  @Test
  void hitsTheTaskOrTheDocumentThatItNames() {
    RepresentationRole role = RepresentationRole.GUARDIAN_OF_MINOR;
    ServiceTask another =
        ITS_TASK == ServiceTask.DISABILITY ? ServiceTask.FAMILIES : ServiceTask.DISABILITY;
    assertThat(
            prohibited(
                role, CHILD, asked(State.ACCEPTED, null, Target.SERVICE_TASK, ITS_TASK, null)))
        .isTrue();
    assertThat(
            prohibited(
                role, CHILD, asked(State.ACCEPTED, null, Target.SERVICE_TASK, another, null)))
        .isFalse();
    Oid its = DOCUMENT.documentOid();
    assertThat(prohibited(role, CHILD, asked(State.ACCEPTED, null, Target.DOCUMENT, null, its)))
        .isTrue();
    Oid some = new Oid("1.2.246.10.1.1.1");
    assertThat(prohibited(role, CHILD, asked(State.ACCEPTED, null, Target.DOCUMENT, null, some)))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void bindsWhoeverActsForAMinorAndNobodyWhoActsForAnAdult(RepresentationRole role) {
    GuardianProhibitionChanged all = asked(State.ACCEPTED, null, Target.ALL, null, null);
    assertThat(prohibited(role, CHILD, all)).isTrue();
    assertThat(prohibited(role, ADULT, all)).isFalse();
  }

  @Test
  void nothingAskedProhibitsNothing() {
    assertThat(prohibited(RepresentationRole.GUARDIAN_OF_MINOR, CHILD)).isFalse();
  }
}
