package fi.lupa.authorization.usageright.grant;

import static fi.lupa.contracts.SystemFunction.REGISTER_USAGE_RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.platform.problem.ReasonCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantRulesTest {
  private static final String NOW = "2026-11-22T08:00:00Z";
  private static final Party READY =
      new Party(Sector.SOCIAL, OrganisationStatus.JOINED, Set.of(REGISTER_USAGE_RIGHT));
  private static final Parties BOTH_READY =
      new Parties(Optional.of(READY), Optional.of(READY), true);

  private final UsageRight right = Rights.granted(NOW, "2026-11-22", "2027-05-31");

  @Test
  void grantsWhenBothSidesAreReadyAndTheUnitIsTheProducers() {
    assertThat(GrantRules.check(right, BOTH_READY)).isEmpty();
  }

  @Test
  void grantsWithoutEnd() {
    assertThat(GrantRules.check(Rights.granted(NOW, "2026-11-22", null), BOTH_READY)).isEmpty();
  }

  @Test
  void grantsWithAStartInThePast() {
    assertThat(GrantRules.check(Rights.granted(NOW, "2020-01-01", null), BOTH_READY)).isEmpty();
  }

  @Test
  void grantsForTheRestOfTheDay() {
    assertThat(GrantRules.check(Rights.granted(NOW, "2026-11-22", "2026-11-22"), BOTH_READY))
        .isEmpty();
  }

  @Test
  void anOrganiserNeedsNoRightToItsOwnRegister() {
    UsageRight own =
        Rights.between(
            Rights.ORGANISER,
            Rights.ORGANISER,
            Instant.parse(NOW),
            LocalDate.parse("2026-11-22"),
            null);
    assertThat(GrantRules.check(own, BOTH_READY)).contains(GrantRefusal.PRODUCER_IS_ORGANISER);
  }

  @Test
  void bothSidesMustBeRegistered() {
    assertThat(organiser(Optional.empty())).contains(GrantRefusal.ORGANISER_NOT_READY);
    assertThat(producer(Optional.empty())).contains(GrantRefusal.PRODUCER_NOT_READY);
  }

  @Test
  void bothSidesMustBeInSocialCare() {
    Optional<Party> health =
        Optional.of(
            new Party(Sector.HEALTH, OrganisationStatus.JOINED, Set.of(REGISTER_USAGE_RIGHT)));
    assertThat(organiser(health)).contains(GrantRefusal.WRONG_SECTOR);
    assertThat(producer(health)).contains(GrantRefusal.WRONG_SECTOR);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JOINED")
  void bothSidesMustHaveJoined(OrganisationStatus status) {
    Optional<Party> party =
        Optional.of(new Party(Sector.SOCIAL, status, Set.of(REGISTER_USAGE_RIGHT)));
    assertThat(organiser(party)).contains(GrantRefusal.ORGANISER_NOT_READY);
    assertThat(producer(party)).contains(GrantRefusal.PRODUCER_NOT_READY);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REGISTER_USAGE_RIGHT")
  void noOtherFunctionWillDo(SystemFunction function) {
    Optional<Party> party =
        Optional.of(new Party(Sector.SOCIAL, OrganisationStatus.JOINED, Set.of(function)));
    assertThat(organiser(party)).contains(GrantRefusal.ORGANISER_NOT_READY);
    assertThat(producer(party)).contains(GrantRefusal.PRODUCER_NOT_READY);
  }

  @Test
  void theUnitMustBeTheProducers() {
    Parties parties = new Parties(Optional.of(READY), Optional.of(READY), false);
    assertThat(GrantRules.check(right, parties)).contains(GrantRefusal.UNIT_UNKNOWN);
  }

  @Test
  void theEndIsNotBeforeTheStart() {
    UsageRight backwards = Rights.granted(NOW, "2026-12-02", "2026-12-01");
    assertThat(GrantRules.check(backwards, BOTH_READY)).contains(GrantRefusal.END_BEFORE_START);
  }

  @Test
  void aRightThatIsOverIsNotGranted() {
    UsageRight past = Rights.granted(NOW, "2026-11-01", "2026-11-21");
    assertThat(GrantRules.check(past, BOTH_READY)).contains(GrantRefusal.END_IN_PAST);
  }

  @Test
  void todayIsTheDayInFinland() {
    UsageRight pastMidnight = Rights.granted("2026-11-22T22:00:00Z", "2026-11-01", "2026-11-22");
    assertThat(GrantRules.check(pastMidnight, BOTH_READY)).contains(GrantRefusal.END_IN_PAST);
  }

  @Test
  void everyRefusalIsAReasonCode() {
    assertThat(ReasonCatalog.load().codes())
        .containsAll(Arrays.stream(GrantRefusal.values()).map(Enum::name).toList());
  }

  private Optional<GrantRefusal> organiser(Optional<Party> organiser) {
    return GrantRules.check(right, new Parties(organiser, Optional.of(READY), true));
  }

  private Optional<GrantRefusal> producer(Optional<Party> producer) {
    return GrantRules.check(right, new Parties(Optional.of(READY), producer, true));
  }
}
