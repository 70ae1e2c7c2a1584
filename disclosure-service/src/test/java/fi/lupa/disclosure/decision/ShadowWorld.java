package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.event.Event;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small world of four organisations and one client, where facts meet often enough to matter. Made
 * so that it is cheap: a million of them are lived through.
 */
final class ShadowWorld extends ShadowEvents {
  private static final List<String> TYPES =
      List.of(
          "1506.15003",
          "1506.15003",
          "1506.15004",
          "1506.19001",
          "1506.1019",
          "1506.1003",
          "1505.1",
          "1506.11000",
          "1506.13001",
          "1506.9001",
          "1506.19014",
          "1506.19015",
          "1506.15019",
          "1506.1011",
          "1506.10005");
  private static final List<Role> ROLES =
      Stream.of(
              "WIDE_RESPONSIBILITY",
              "WIDE_RESPONSIBILITY",
              "CHILDS_SOCIAL_WORKER",
              "SERVICE_ORGANISING",
              "CHILD_WELFARE_SUPERVISOR",
              "SERVICE_PROVISION",
              "SHELTER_PROVISION",
              "MEDIATION_PROVISION",
              "PRIVATE_PROVISION",
              "PRIVATE_PROVISION",
              "PRIVATE_ORGANISING",
              "ADMINISTRATION",
              "MANAGEMENT",
              "HEALTH_WIDE",
              "HEALTH_WIDE",
              "HEALTH_LIMITED")
          .map(TestRoles::role)
          .toList();

  ShadowWorld(RandomGenerator random) {
    super(random);
  }

  /** What happened, in the order it arrived in, and what is asked about it. */
  record Life(
      List<Event> history,
      List<Tie> ties,
      @Nullable LocalDate born,
      Inquiry inquiry,
      List<Doc> documents) {
    Life asking(Inquiry other) {
      return new Life(history, ties, born, other, documents);
    }

    Life lived(List<Event> other) {
      return new Life(other, ties, born, inquiry, documents);
    }

    Life tied(List<Tie> other) {
      return new Life(history, other, born, inquiry, documents);
    }
  }

  Life life() {
    List<Event> history = new ArrayList<>(16);
    for (int i = 0; i < PARTIES.size(); i++) {
      for (int version = seldom() ? 2 : 1; version > 0; version--) {
        history.add(organisation(i, version));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      rightsLife(history);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      prohibitionsLife(history);
    }
    if (mostly()) {
      history.add(informing());
    }
    for (PermitKind kind : PermitKind.values()) {
      if (mostly()) {
        permitsLife(history, kind);
      }
    }
    for (int i = seldom() ? 1 + random.nextInt(2) : 0; i > 0; i--) {
      representationsLife(history);
    }
    shuffle(history);
    if (random.nextBoolean()) {
      history.add(one(history)); // told again
    }
    Inquiry inquiry = inquiry();
    List<Doc> documents = new ArrayList<>(3);
    int first = random.nextInt(DOCUMENTS.size());
    for (int i = 0; i < 3; i++) {
      documents.add(document(DOCUMENTS.get((first + i) % DOCUMENTS.size())));
    }
    return new Life(history, ties(), born(inquiry), inquiry, documents);
  }

  /** Of age, a child, or at the border of it; only an identity code tells. */
  private @Nullable LocalDate born(Inquiry inquiry) {
    return inquiry.temporaryClient()
        ? null
        : TODAY.minusYears(18).plusDays(one(List.of(-9000, -1, 0, 1, 3000)));
  }

  /** As the archive knows a client of the asker's, mostly. */
  private List<Tie> ties() {
    List<Tie> ties = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      ties.add(
          new Tie(
              one(List.of(Tie.Kind.values())),
              new Oid("1.2.5." + i),
              1,
              one(PARTIES),
              seldom() ? null : TODAY.plusDays(random.nextInt(12) - 10L),
              seldom() ? TODAY.plusDays(random.nextInt(5) - 2L) : null));
    }
    return ties;
  }

  // --- what is asked

  private Doc document(Oid oid) {
    Oid controller = one(PARTIES);
    boolean patientData = controller.equals(PARTIES.get(3)) && mostly();
    return new Doc(
        oid,
        controller,
        one(TYPES),
        patientData ? Set.of() : few(TASKS, 1),
        few(SERVICES, 0),
        NOW.minus(random.nextInt(240), ChronoUnit.HOURS),
        seldom(),
        seldom() ? one(List.of(SpecialCategory.values())) : null,
        patientData ? one(List.of(PatientDataGroup.values())) : null);
  }

  private Inquiry inquiry() {
    int who = random.nextInt(4);
    Oid organisation = PARTIES.get(who);
    Basis basis = random.nextInt(5) < 2 ? one(List.of(Basis.values())) : Basis.DISCLOSURE;
    return new Inquiry(
        basis,
        organisation,
        UNITS.get(who).get(mostly() ? 0 : 1),
        controller(basis, organisation),
        hardly(),
        relationship(who),
        random.nextBoolean() ? few(TASKS, 2) : Set.of(),
        seldom() ? few(SERVICES, 1) : Set.of(),
        basis == Basis.DISCLOSURE && seldom() ? Sector.HEALTH : Sector.SOCIAL,
        mostly() ? fitting(who) : hardly() ? null : one(ROLES),
        stated(basis),
        NOW);
  }

  private @Nullable Relationship relationship(int who) {
    if (hardly()) {
      return null;
    }
    if (hardly()) {
      return one(List.of(Relationship.values()));
    }
    return random.nextBoolean()
        ? Relationship.OTHER_TASK
        : who == 3 ? Relationship.CARE_RELATIONSHIP : Relationship.CLIENT_RELATIONSHIP;
  }

  private Role fitting(int who) {
    return who == 3
        ? ROLES.get(13 + random.nextInt(3))
        : who == 2 ? ROLES.get(8 + random.nextInt(5)) : ROLES.get(random.nextInt(8));
  }

  private Stated stated(Basis basis) {
    Ground ground =
        basis == Basis.DISCLOSURE && random.nextBoolean() ? one(List.of(Ground.values())) : null;
    return new Stated(
        ground,
        mostly(),
        mostly(),
        mostly(),
        mostly(),
        mostly()
            ? new ProtectionNeed(
                one(List.of(ProtectionNeed.Reason.values())),
                one(List.of(ProtectionNeed.NoPermit.values())),
                random.nextBoolean())
            : null);
  }

  private @Nullable Oid controller(Basis basis, Oid own) {
    return switch (basis) {
      case OWN_REGISTER -> mostly() ? null : one(PARTIES);
      case REGISTER_USAGE_RIGHT -> one(PARTIES);
      case DISCLOSURE ->
          mostly() ? null : PARTIES.get((PARTIES.indexOf(own) + 1 + random.nextInt(3)) % 4);
    };
  }
}
