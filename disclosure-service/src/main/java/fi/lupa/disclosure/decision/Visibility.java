package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.OrganisationChanged.JointService;
import fi.lupa.disclosure.decision.Possibility.Answer;
import fi.lupa.disclosure.decision.Possibility.Asker;
import fi.lupa.disclosure.decision.Possibility.Given;
import fi.lupa.disclosure.decision.Possibility.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who could see a document now, and why: asks the rulebook itself, for everyone who could ask, on
 * every basis and ground, in every role. A disclosure's requester is taken to state all that its
 * ground asks to be stated, so a refusal is one that no statement would turn.
 */
public final class Visibility {
  /** All that a requester may state, whatever the ground. */
  private static final ProtectionNeed NEED =
      new ProtectionNeed(
          ProtectionNeed.Reason.EVIDENT_NEED_OF_CARE, ProtectionNeed.NoPermit.CANNOT_BE_HAD, true);

  /** A professional without a role is refused for that alone: it tells nothing of the document. */
  private static final String NO_SUCH_ROLE = "ROLE_MISSING";

  private final Rulebook rulebook;
  private final Question question;
  private final Facts facts;

  private Visibility(Rulebook rulebook, Question question, Facts facts) {
    this.rulebook = rulebook;
    this.question = question;
    this.facts = facts;
  }

  /**
   * What is asked about.
   *
   * @param roles all that a professional may have
   * @param temporaryClient the client would be named by a temporary identifier
   */
  public record Question(
      DocumentFacts document, Collection<Role> roles, boolean temporaryClient, Instant now) {}

  /**
   * @param facts with all organisations that {@code askers} speaks of
   */
  public static List<Possibility> of(
      Rulebook rulebook, Question question, Facts facts, Collection<Asker> askers) {
    Visibility visibility = new Visibility(rulebook, question, facts);
    return merged(askers.stream().flatMap(visibility::by).toList());
  }

  private Stream<Possibility> by(Asker asker) {
    OrganisationChanged organisation = asker.organisation();
    Oid controller = question.document().controller();
    List<Oid> units = units(organisation);
    Stream<Possibility> used =
        held(organisation.oid(), controller)
            .flatMap(unit -> inRoles(asker, Basis.REGISTER_USAGE_RIGHT, null, null, List.of(unit)));
    Stream<Possibility> own =
        organisation.oid().equals(controller)
            ? stated(asker, Basis.OWN_REGISTER, null, units)
            : Arrays.stream(Ground.values())
                .flatMap(ground -> stated(asker, Basis.DISCLOSURE, ground, units));
    return Stream.concat(own, used);
  }

  private Stream<Possibility> stated(
      Asker asker, Basis basis, @Nullable Ground ground, List<Oid> units) {
    Relationship usual =
        asker.organisation().sector() == Sector.HEALTH
            ? Relationship.CARE_RELATIONSHIP
            : Relationship.CLIENT_RELATIONSHIP;
    return Stream.of(usual, Relationship.OTHER_TASK)
        .flatMap(relationship -> inRoles(asker, basis, ground, relationship, units));
  }

  private Stream<Possibility> inRoles(
      Asker asker,
      Basis basis,
      @Nullable Ground ground,
      @Nullable Relationship relationship,
      List<Oid> units) {
    return question.roles().stream()
        .flatMap(role ->
            best(
                units.stream().map(unit -> inquiry(asker, basis, ground, relationship, unit, role)))
                .map(answer ->
                    new Possibility(
                        List.of(asker),
                        basis == Basis.REGISTER_USAGE_RIGHT ? units.getFirst() : null,
                        basis,
                        ground,
                        relationship == null ? Set.of() : Set.of(relationship),
                        Set.of(role.key()),
                        answer))
                .stream());
  }

  private Inquiry inquiry(
      Asker asker,
      Basis basis,
      @Nullable Ground ground,
      @Nullable Relationship relationship,
      Oid unit,
      Role role) {
    DocumentFacts document = question.document();
    return new Inquiry(
        basis,
        asker.organisation().oid(),
        unit,
        document.controller(),
        question.temporaryClient(),
        relationship,
        document.serviceTasks(),
        Set.of(),
        basis == Basis.DISCLOSURE ? facts.sector(document.controller()) : Sector.SOCIAL,
        role,
        new Stated(ground, true, true, true, true, NEED),
        question.now());
  }

  /** The organisation would ask in the unit that gets most; empty where the basis doesn't reach. */
  private Optional<Answer> best(Stream<Inquiry> inquiries) {
    List<Answer> answers = inquiries.map(this::answer).flatMap(Optional::stream).toList();
    return answers.stream()
        .filter(Given.class::isInstance)
        .findFirst()
        .or(() -> answers.stream().findFirst());
  }

  private Optional<Answer> answer(Inquiry inquiry) {
    return switch (rulebook.decide(inquiry, facts)) {
      case Verdict.Denied denied ->
          denied.rule().code().equals(NO_SUCH_ROLE)
              ? Optional.empty()
              : Optional.of(new Refused(denied.rule(), denied.rules().getLast().legalReferences()));
      case Verdict.Allowed allowed ->
          allowed.scope().reaches(question.document()) ? judged(allowed) : Optional.empty();
    };
  }

  private Optional<Answer> judged(Verdict.Allowed allowed) {
    return switch (allowed.documentRules().judge(question.document())) {
      case DocumentVerdict.Given _ -> Optional.of(new Given(allowed.legalReferences()));
      case DocumentVerdict.Withheld why ->
          Optional.of(new Refused(why.rule(), why.legalReferences()));
      case DocumentVerdict.OutOfScope _ -> Optional.empty();
    };
  }

  /** The units that a right of the controller's names for the organisation. */
  private Stream<Oid> held(Oid organisation, Oid controller) {
    return facts.rights().stream()
        .filter(right -> right.organiser().equals(controller))
        .flatMap(right -> Holding.of(right, organisation))
        .map(Holding::unit)
        .distinct();
  }

  /**
   * One unit of each kind that the rules tell apart: one for each set of joint services, also for
   * the empty one, and those that hold a right.
   */
  private List<Oid> units(OrganisationChanged organisation) {
    Map<Set<JointService>, Oid> kinds = new LinkedHashMap<>();
    organisation
        .units()
        .forEach(unit -> kinds.putIfAbsent(Set.copyOf(unit.jointServicesOrNone()), unit.oid()));
    List<Oid> units =
        Stream.concat(
                kinds.values().stream(),
                facts.rights().stream()
                    .flatMap(right -> Holding.of(right, organisation.oid()))
                    .map(Holding::unit))
            .distinct()
            .toList();
    return units.isEmpty() ? List.of(organisation.oid()) : units;
  }

  /** Those alike but for the role, the relationship or who asks become one. */
  private static List<Possibility> merged(List<Possibility> all) {
    List<Possibility> byRole =
        merged(
            all,
            one -> with(one, one.who(), one.relationships(), Set.of()),
            (a, b) -> with(a, a.who(), a.relationships(), union(a.roles(), b.roles())));
    List<Possibility> byRelationship =
        merged(
            byRole,
            one -> with(one, one.who(), Set.of(), one.roles()),
            (a, b) -> with(a, a.who(), union(a.relationships(), b.relationships()), a.roles()));
    return merged(
            byRelationship,
            one -> with(one, List.of(), one.relationships(), one.roles()),
            (a, b) -> with(a, union(a.who(), b.who()), a.relationships(), a.roles()))
        .stream()
        .sorted(
            Comparator.comparing((Possibility one) -> !(one.answer() instanceof Given))
                .thenComparing(Possibility::basis)
                .thenComparing(
                    Possibility::ground, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private static List<Possibility> merged(
      List<Possibility> all,
      Function<Possibility, Possibility> key,
      BinaryOperator<Possibility> together) {
    Map<Possibility, Possibility> merged = new LinkedHashMap<>();
    all.forEach(one -> merged.merge(key.apply(one), one, together));
    return List.copyOf(merged.values());
  }

  private static Possibility with(
      Possibility one, List<Asker> who, Set<Relationship> relationships, Set<String> roles) {
    return new Possibility(
        who, one.unit(), one.basis(), one.ground(), relationships, roles, one.answer());
  }

  private static <T extends Comparable<T>> Set<T> union(Set<T> a, Set<T> b) {
    Set<T> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }

  private static List<Asker> union(List<Asker> a, List<Asker> b) {
    List<Asker> both = new ArrayList<>(a);
    both.addAll(b);
    return List.copyOf(new LinkedHashSet<>(both));
  }
}
