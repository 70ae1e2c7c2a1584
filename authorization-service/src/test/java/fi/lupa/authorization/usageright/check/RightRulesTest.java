package fi.lupa.authorization.usageright.check;

import static fi.lupa.contracts.SystemFunction.REGISTER_USAGE_RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import fi.lupa.platform.problem.ReasonCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RightRulesTest {
  private static final String NOW = "2026-11-22T08:00:00Z";
  private static final Oid SUBCONTRACTOR = new Oid("1.2.246.10.95000002.10.0");
  private static final Oid THEIR_UNIT = new Oid("1.2.246.10.95000002.10.1");
  private static final Party READY =
      new Party(Sector.SOCIAL, OrganisationStatus.JOINED, Set.of(REGISTER_USAGE_RIGHT));
  private static final Map<Oid, Oid> UNITS =
      Map.of(Rights.UNIT, Rights.PRODUCER, THEIR_UNIT, SUBCONTRACTOR);
  private static final SocialServices SERVICES =
      new SocialServices(
          Map.of(
              "85", Set.of(ServiceTask.DISABILITY, ServiceTask.OLDER_PEOPLE),
              "37", Set.of(ServiceTask.DISABILITY),
              "45", EnumSet.allOf(ServiceTask.class)));

  private final UsageRight right = Rights.granted(NOW, "2026-11-22", "2027-05-31");

  @Test
  void mayBeWhenBothSidesAreReadyAndTheUnitIsTheProducers() {
    assertThat(check(right)).isEmpty();
  }

  @Test
  void mayBeWithoutEndAndWithAStartInThePast() {
    assertThat(check(Rights.granted(NOW, "2026-11-22", null))).isEmpty();
    assertThat(check(Rights.granted(NOW, "2020-01-01", null))).isEmpty();
    assertThat(check(Rights.granted(NOW, "2026-11-22", "2026-11-22"))).isEmpty();
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
    assertThat(check(own)).contains(Refusal.PRODUCER_IS_ORGANISER);
  }

  @Test
  void bothSidesMustBeRegistered() {
    assertThat(with(Rights.ORGANISER, null)).contains(Refusal.ORGANISER_NOT_READY);
    assertThat(with(Rights.PRODUCER, null)).contains(Refusal.PRODUCER_NOT_READY);
  }

  @Test
  void bothSidesMustBeInSocialCare() {
    Party health =
        new Party(Sector.HEALTH, OrganisationStatus.JOINED, Set.of(REGISTER_USAGE_RIGHT));
    assertThat(with(Rights.ORGANISER, health)).contains(Refusal.WRONG_SECTOR);
    assertThat(with(Rights.PRODUCER, health)).contains(Refusal.WRONG_SECTOR);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JOINED")
  void bothSidesMustHaveJoined(OrganisationStatus status) {
    Party party = new Party(Sector.SOCIAL, status, Set.of(REGISTER_USAGE_RIGHT));
    assertThat(with(Rights.ORGANISER, party)).contains(Refusal.ORGANISER_NOT_READY);
    assertThat(with(Rights.PRODUCER, party)).contains(Refusal.PRODUCER_NOT_READY);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REGISTER_USAGE_RIGHT")
  void noOtherFunctionWillDo(SystemFunction function) {
    Party party = new Party(Sector.SOCIAL, OrganisationStatus.JOINED, Set.of(function));
    assertThat(with(Rights.ORGANISER, party)).contains(Refusal.ORGANISER_NOT_READY);
    assertThat(with(Rights.PRODUCER, party)).contains(Refusal.PRODUCER_NOT_READY);
  }

  @Test
  void theUnitMustBeTheProducers() {
    Map<Oid, Party> ready = Map.of(Rights.ORGANISER, READY, Rights.PRODUCER, READY);
    assertThat(check(right, new Parties(ready, Map.of()))).contains(Refusal.UNIT_UNKNOWN);
    assertThat(check(right, new Parties(ready, Map.of(Rights.UNIT, Rights.ORGANISER))))
        .contains(Refusal.UNIT_UNKNOWN);
  }

  @Test
  void servicesAreThoseOfTheTask() {
    assertThat(check(terms(List.of("85", "45"), List.of()))).isEmpty();
    assertThat(check(terms(List.of("85", "99"), List.of()))).contains(Refusal.SERVICE_UNKNOWN);
    assertThat(check(terms(List.of("37"), List.of()))).contains(Refusal.SERVICE_NOT_OF_TASK);
  }

  @Test
  void theEndIsNotBeforeTheStartNorPast() {
    assertThat(check(Rights.granted(NOW, "2026-12-02", "2026-12-01")))
        .contains(Refusal.END_BEFORE_START);
    assertThat(check(Rights.granted(NOW, "2026-11-01", "2026-11-21")))
        .contains(Refusal.END_IN_PAST);
  }

  @Test
  void todayIsTheDayInFinland() {
    UsageRight pastMidnight = Rights.granted("2026-11-22T22:00:00Z", "2026-11-01", "2026-11-22");
    assertThat(
            RightRules.check(
                pastMidnight, parties(), SERVICES, Instant.parse("2026-11-22T22:00:00Z")))
        .contains(Refusal.END_IN_PAST);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2027-05-31, true",
    "2026-11-22, , true",
    "2027-05-31, 2027-05-31, true",
    "2026-11-21, 2027-05-31, false",
    "2026-11-22, 2027-06-01, false",
    "2027-06-01, , false",
    "2026-12-02, 2026-12-01, false",
  })
  void aSubcontractorsDaysAreWithinTheRights(LocalDate start, LocalDate end, boolean within) {
    Optional<Refusal> refusal =
        check(terms(List.of(), List.of(subcontractor(List.of(), start, end))));
    assertThat(refusal)
        .isEqualTo(within ? Optional.empty() : Optional.of(Refusal.SUBCONTRACTOR_OUTSIDE_RIGHT));
  }

  @Test
  void aSubcontractorsServicesAreWithinTheRights() {
    List<String> both = List.of("85", "45");
    assertThat(check(terms(both, List.of(subcontractor(List.of("45")))))).isEmpty();
    assertThat(check(terms(both, List.of(subcontractor(List.of()))))).isEmpty();
    assertThat(check(terms(List.of(), List.of(subcontractor(both))))).isEmpty();
    assertThat(check(terms(List.of("45"), List.of(subcontractor(both)))))
        .contains(Refusal.SUBCONTRACTOR_OUTSIDE_RIGHT);
    assertThat(check(terms(List.of(), List.of(subcontractor(List.of("37"))))))
        .contains(Refusal.SERVICE_NOT_OF_TASK);
    assertThat(check(terms(List.of(), List.of(subcontractor(List.of("99"))))))
        .contains(Refusal.SERVICE_UNKNOWN);
  }

  @Test
  void aSubcontractorIsReadyAndItsUnitIsItsOwn() {
    UsageRight chained = terms(List.of(), List.of(subcontractor(List.of())));
    Map<Oid, Party> without = Map.of(Rights.ORGANISER, READY, Rights.PRODUCER, READY);
    assertThat(check(chained, new Parties(without, UNITS)))
        .contains(Refusal.SUBCONTRACTOR_NOT_READY);
    Map<Oid, Oid> units = Map.of(Rights.UNIT, Rights.PRODUCER, THEIR_UNIT, Rights.PRODUCER);
    assertThat(check(chained, new Parties(parties().organisations(), units)))
        .contains(Refusal.UNIT_UNKNOWN);
  }

  @Test
  void everyRefusalIsAReasonCode() {
    assertThat(ReasonCatalog.load().codes())
        .containsAll(Arrays.stream(Refusal.values()).map(Enum::name).toList());
  }

  @Test
  void theCodeSetSaysWhichTasksAServiceBelongsTo() {
    SocialServices file = new SocialServices();
    assertThat(file.knows("85")).isTrue();
    assertThat(file.knows("no such")).isFalse();
    assertThat(file.belongTo("31", ServiceTask.CHILD_PROTECTION)).isTrue();
    assertThat(file.belongTo("31", ServiceTask.DISABILITY)).isFalse();
    assertThat(ServiceTask.values()).allMatch(task -> file.belongTo("45", task));
  }

  private UsageRight terms(List<String> services, List<Subcontractor> subcontractors) {
    return right.amended(
        new Terms(
            services,
            right.start(),
            right.end(),
            EnumSet.allOf(RightPower.class),
            null,
            subcontractors),
        Instant.parse(NOW));
  }

  private static Subcontractor subcontractor(List<String> services) {
    return subcontractor(services, LocalDate.parse("2026-12-01"), null);
  }

  private static Subcontractor subcontractor(
      List<String> services, LocalDate start, @Nullable LocalDate end) {
    return new Subcontractor(SUBCONTRACTOR, THEIR_UNIT, services, start, end);
  }

  private static Parties parties() {
    return new Parties(
        Map.of(Rights.ORGANISER, READY, Rights.PRODUCER, READY, SUBCONTRACTOR, READY), UNITS);
  }

  private static Optional<Refusal> check(UsageRight right) {
    return check(right, parties());
  }

  private static Optional<Refusal> check(UsageRight right, Parties parties) {
    return RightRules.check(right, parties, SERVICES, Instant.parse(NOW));
  }

  private Optional<Refusal> with(Oid organisation, @Nullable Party party) {
    Map<Oid, Party> organisations = new HashMap<>(parties().organisations());
    organisations.remove(organisation);
    if (party != null) {
      organisations.put(organisation, party);
    }
    return check(right, new Parties(organisations, UNITS));
  }
}
