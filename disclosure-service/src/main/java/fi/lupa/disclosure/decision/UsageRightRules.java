package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.disclosure.decision.Holding.Period;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A producer, or its subcontractor, in the organiser's register under a register usage right (facts
 * 1.6 and 10.2). Not a disclosure: permits and prohibitions don't apply, and the client can't
 * prohibit it.
 */
final class UsageRightRules {
  private UsageRightRules() {}

  static Course course(Inquiry inquiry, Facts facts) {
    RightStep power = new RightStep(Rule.RIGHT_TO_READ, one -> one.right().allows(RightPower.READ));
    Narrowed held =
        Narrowed.by(
            steps(inquiry, facts, period -> period.isOpen(inquiry.today()), Stream.of(power)),
            granted(inquiry, facts));
    return course(
        Way.USAGE_RIGHT,
        Stream.concat(open(inquiry, facts), held.conditions().stream()),
        inquiry,
        held.left());
  }

  /**
   * Storing goes on for a grace period after the right has ended, for documents born during it
   * (facts 1.4).
   */
  static Course store(Inquiry inquiry, Facts facts, Storing storing, Duration grace) {
    Narrowed held = writable(inquiry, facts, storing, grace);
    return course(
        Way.STORE_BY_USAGE_RIGHT,
        Stream.of(
                open(inquiry, facts),
                old(inquiry, facts, storing),
                held.conditions().stream(),
                ChainRules.controller(inquiry, storing),
                storing.touched().stream()
                    .distinct()
                    .map(inquiry::about)
                    .flatMap(
                        version -> writable(version, facts, storing, grace).conditions().stream()))
            .flatMap(conditions -> conditions),
        inquiry,
        held.left());
  }

  /**
   * What lets all of one document, or of one version of it, be written: each version touched is
   * judged by itself, or a right for one task could empty another's documents.
   */
  private static Narrowed writable(Inquiry inquiry, Facts facts, Storing storing, Duration grace) {
    Narrowed held =
        Narrowed.by(
            steps(
                inquiry,
                facts,
                period ->
                    period.isOpen(inquiry.today())
                        || period.isInGrace(inquiry.now(), storing.recordedAt(), grace),
                writing(inquiry, storing)),
            granted(inquiry, facts));
    return held.and(coverAll(held.left(), inquiry));
  }

  private static Stream<Condition> old(Inquiry inquiry, Facts facts, Storing storing) {
    return storing.old()
        ? Stream.of(
            new Condition(
                Rule.FUNCTION_ENABLED,
                facts.has(inquiry.organisation(), SystemFunction.OLD_DOCUMENTS),
                facts.refs(inquiry.organisation())))
        : Stream.empty();
  }

  private static Stream<RightStep> writing(Inquiry inquiry, Storing storing) {
    Stream<RightStep> touched =
        storing.touched().isEmpty()
            ? Stream.empty()
            : Stream.of(
                new RightStep(
                    Rule.PRODUCER_AS_STATED,
                    one -> ChainRules.storedAll(storing.touched(), one, inquiry.organisation())));
    StatedChain chain = storing.chain();
    Stream<RightStep> stated =
        chain == null
            ? Stream.empty()
            : Stream.of(
                new RightStep(
                    Rule.PRODUCER_AS_STATED, one -> ChainRules.isStated(chain, one, inquiry)),
                new RightStep(Rule.CHAIN_STATED, one -> ChainRules.isWhole(chain, one)));
    RightStep power =
        new RightStep(Rule.RIGHT_TO_WRITE, one -> one.right().allows(RightPower.WRITE));
    return Stream.of(touched, stated, Stream.of(power)).flatMap(steps -> steps);
  }

  /**
   * A document may name several tasks and services: the rights left must cover each of them, or a
   * producer could write into tasks that it has no right for.
   */
  private static List<Condition> coverAll(List<Holding> held, Inquiry inquiry) {
    Set<String> services =
        held.stream().flatMap(one -> one.socialServices().stream()).collect(Collectors.toSet());
    return List.of(
        new Condition(
            Rule.RIGHT_FOR_TASK,
            tasks(held).containsAll(inquiry.serviceTasks()),
            Narrowed.refs(held)),
        new Condition(
            Rule.RIGHT_FOR_SERVICE,
            held.stream().anyMatch(one -> one.socialServices().isEmpty())
                || (!inquiry.socialServices().isEmpty()
                    && services.containsAll(inquiry.socialServices())),
            Narrowed.refs(held)));
  }

  private static Course course(
      Way way, Stream<Condition> conditions, Inquiry inquiry, List<Holding> held) {
    return new Course(
        way,
        conditions.toList(),
        new Scope(inquiry.controller(), null, tasks(held), null),
        document -> held.stream().anyMatch(one -> covers(one, document)),
        List.of());
  }

  private static Stream<Condition> open(Inquiry inquiry, Facts facts) {
    Oid organiser = inquiry.controller();
    return Stream.concat(
        Gate.open(inquiry, facts, SystemFunction.REGISTER_USAGE_RIGHT),
        Stream.of(
            new Condition(
                Rule.ORGANISER_READY,
                organiser != null && isReady(organiser, facts),
                organiser == null ? List.of() : facts.refs(organiser))));
  }

  private static boolean isReady(Oid organisation, Facts facts) {
    return facts.joined(organisation)
        && facts.has(organisation, SystemFunction.REGISTER_USAGE_RIGHT);
  }

  private static List<Holding> granted(Inquiry inquiry, Facts facts) {
    return facts.rights().stream()
        .filter(right -> right.organiser().equals(inquiry.controller()))
        .flatMap(right -> Holding.of(right, inquiry.organisation()))
        .toList();
  }

  private static List<RightStep> steps(
      Inquiry inquiry, Facts facts, Predicate<Period> lasts, Stream<RightStep> powers) {
    Stream<RightStep> common =
        Stream.of(
            new RightStep(Rule.RIGHT_FOR_UNIT, one -> one.unit().equals(inquiry.unit())),
            new RightStep(
                Rule.RIGHT_FOR_TASK,
                one ->
                    inquiry.serviceTasks().isEmpty()
                        || inquiry.serviceTasks().contains(one.serviceTask())),
            new RightStep(
                Rule.RIGHT_FOR_SERVICE,
                one ->
                    inquiry.socialServices().isEmpty()
                        || one.socialServices().isEmpty()
                        || one.socialServices().stream()
                            .anyMatch(inquiry.socialServices()::contains)),
            new RightStep(Rule.RIGHT_STARTED, one -> one.own().hasStarted(inquiry.today())),
            new RightStep(Rule.RIGHT_NOT_ENDED, one -> lasts.test(one.own())),
            new RightStep(
                Rule.RIGHT_OF_PRODUCER,
                one -> !one.chained() || chain(one, inquiry, facts, lasts)));
    return Stream.concat(common, powers).toList();
  }

  /** A subcontractor's part stands only on a right that its producer could use itself that day. */
  private static boolean chain(
      Holding part, Inquiry inquiry, Facts facts, Predicate<Period> lasts) {
    return isReady(part.right().producer(), facts)
        && part.whole().hasStarted(inquiry.today())
        && lasts.test(part.whole());
  }

  private static Set<ServiceTask> tasks(List<Holding> held) {
    return held.stream().map(Holding::serviceTask).collect(Collectors.toSet());
  }

  private static boolean covers(Holding one, DocumentFacts document) {
    return document.serviceTasks().contains(one.serviceTask())
        && (one.socialServices().isEmpty()
            || one.socialServices().stream().anyMatch(document.socialServices()::contains));
  }
}
