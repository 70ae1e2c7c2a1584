package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.disclosure.decision.Possibility.Asker;
import fi.lupa.disclosure.decision.Possibility.Given;
import fi.lupa.disclosure.decision.ShadowWorld.Life;
import fi.lupa.disclosure.record.Roles;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** What-if says what a real query would: for everyone, on everything, in any random world. */
class VisibilityProperties {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Roles ROLES = new Roles();

  @Provide
  Arbitrary<Life> lives() {
    return Arbitraries.randomValue(random -> new ShadowWorld(random).life());
  }

  /** Who sees the document: organisation, unit, basis, ground, relationship and role. */
  private static Set<String> told(Rulebook rulebook, Doc document, Facts facts) {
    List<Asker> askers = joined(facts).map(one -> new Asker(one, 1)).toList();
    return Visibility.of(
            rulebook, new Visibility.Question(document, ROLES.all(), false, NOW), facts, askers)
        .stream()
        .filter(one -> one.answer() instanceof Given)
        .flatMap(VisibilityProperties::lines)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> lines(Possibility one) {
    Stream<String> relationships =
        one.relationships().isEmpty()
            ? Stream.of("null")
            : one.relationships().stream().map(Enum::name);
    return relationships.flatMap(relationship ->
        one.who().stream()
            .flatMap(who ->
                one.roles().stream()
                    .map(role ->
                        line(who.organisation(), one.basis(), one.ground(), relationship, role))));
  }

  private static String line(
      OrganisationChanged who,
      Basis basis,
      @Nullable Ground ground,
      String relationship,
      String role) {
    return String.join(
        " ", who.oid().value(), basis.name(), String.valueOf(ground), relationship, role);
  }

  private static Stream<OrganisationChanged> joined(Facts facts) {
    return facts.organisations().values().stream()
        .filter(one -> one.status() == OrganisationStatus.JOINED);
  }

  /** The same by real queries, each asked as a client system would ask it. */
  private static Set<String> asked(Rulebook rulebook, Doc document, Facts facts) {
    Set<String> seen = new TreeSet<>();
    joined(facts)
        .forEach(who ->
            Arrays.stream(Basis.values())
                .flatMap(basis -> grounds(basis).map(ground -> new On(basis, ground)))
                .forEach(on ->
                    relationships(on, who)
                        .forEach(relationship ->
                            ROLES.all().stream()
                                .filter(role ->
                                    units(who)
                                        .anyMatch(unit ->
                                            gives(
                                                rulebook,
                                                document,
                                                facts,
                                                inquiry(
                                                    document,
                                                    who,
                                                    unit,
                                                    on,
                                                    relationship,
                                                    role,
                                                    facts))))
                                .forEach(role ->
                                    seen.add(
                                        line(
                                            who,
                                            on.basis(),
                                            on.ground(),
                                            String.valueOf(relationship),
                                            role.key()))))));
    return seen;
  }

  private record On(Basis basis, @Nullable Ground ground) {}

  private static Stream<@Nullable Ground> grounds(Basis basis) {
    return basis == Basis.DISCLOSURE ? Arrays.stream(Ground.values()) : Stream.of((Ground) null);
  }

  private static Stream<@Nullable Relationship> relationships(On on, OrganisationChanged who) {
    return on.basis() == Basis.REGISTER_USAGE_RIGHT
        ? Stream.of((Relationship) null)
        : Stream.of(
            who.sector() == Sector.HEALTH
                ? Relationship.CARE_RELATIONSHIP
                : Relationship.CLIENT_RELATIONSHIP,
            Relationship.OTHER_TASK);
  }

  private static Stream<Oid> units(OrganisationChanged who) {
    return who.units().stream().map(OrganisationChanged.Unit::oid);
  }

  private static Inquiry inquiry(
      Doc document,
      OrganisationChanged who,
      Oid unit,
      On on,
      @Nullable Relationship relationship,
      Role role,
      Facts facts) {
    return new Inquiry(
        on.basis(),
        who.oid(),
        unit,
        on.basis() == Basis.OWN_REGISTER ? null : document.controller(),
        false,
        relationship,
        document.serviceTasks(),
        Set.of(),
        on.basis() == Basis.DISCLOSURE ? facts.sector(document.controller()) : Sector.SOCIAL,
        role,
        new Stated(
            on.ground(),
            true,
            true,
            true,
            true,
            new ProtectionNeed(
                ProtectionNeed.Reason.CHILDS_INTEREST, ProtectionNeed.NoPermit.PROHIBITED, true)),
        NOW);
  }

  private static boolean gives(Rulebook rulebook, Doc document, Facts facts, Inquiry inquiry) {
    boolean toOneself =
        inquiry.basis() == Basis.DISCLOSURE && inquiry.organisation().equals(document.controller());
    return !toOneself
        && rulebook.decide(inquiry, facts) instanceof Verdict.Allowed allowed
        && document.isIn(allowed.scope(), inquiry)
        && allowed.documentRules().judge(document) instanceof DocumentVerdict.Given;
  }

  @Property(tries = 50)
  void itIsWhatQueriesWouldGive(@ForAll("lives") Life life) {
    Facts facts = ShadowTest.facts(life);
    for (Rulebook rulebook : Rulebook.values()) {
      for (Doc document : life.documents()) {
        Set<String> told = told(rulebook, document, facts);
        Statistics.label("somebody").collect(!told.isEmpty());
        assertThat(told).isEqualTo(asked(rulebook, document, facts));
      }
    }
  }

  /** Organisations that nothing known of the client names are alike when they look alike. */
  @Property(tries = 50)
  void oneStandsForAllThatLookAlike(@ForAll("lives") Life life) {
    Facts world = ShadowTest.facts(life);
    OrganisationChanged any = world.organisations().values().iterator().next();
    List<OrganisationChanged> strangers =
        Stream.of(60_000_001L, 60_000_002L).map(n -> like(any, n)).toList();
    Facts facts = world.knowing(strangers);
    for (Doc document : life.documents()) {
      List<Possibility> all =
          Visibility.of(
              Rulebook.ACT_703_2023,
              new Visibility.Question(document, ROLES.all(), false, NOW),
              facts,
              strangers.stream().map(one -> new Asker(one, 1)).toList());
      assertThat(all).allMatch(one -> one.who().size() == strangers.size());
    }
  }

  private static OrganisationChanged like(OrganisationChanged one, long number) {
    Oid oid = fi.lupa.disclosure.support.Oids.organisation(number);
    return new OrganisationChanged(
        oid,
        1,
        one.businessId(),
        one.name(),
        one.sector(),
        one.ownership(),
        OrganisationStatus.JOINED,
        one.functions(),
        List.of(
            new OrganisationChanged.Unit(
                fi.lupa.disclosure.support.Oids.unit(oid, 1),
                one.name(),
                null,
                one.units().getFirst().jointServices())),
        null);
  }
}
