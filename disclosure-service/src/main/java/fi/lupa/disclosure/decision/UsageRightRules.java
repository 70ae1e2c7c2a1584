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
import org.jspecify.annotations.Nullable;

/**
 * A producer, or its subcontractor, in the organiser's register under a register usage right (facts
 * 1.6 and 10.2). Not a disclosure: permits and prohibitions don't apply, and the client can't
 * prohibit it.
 */
final class UsageRightRules {
  private static final List<String> READ_LAW = List.of("ACT_703_2023_S13", "ACT_703_2023_S14");
  private static final List<String> STORE_LAW =
      List.of("ACT_703_2023_S13", "ACT_703_2023_S14", "ACT_703_2023_S37");

  private UsageRightRules() {}

  static Verdict read(Inquiry inquiry, Facts facts) {
    Trace trace = new Trace();
    Step power = new Step(Rule.RIGHT_TO_READ, one -> one.right().allows(RightPower.READ));
    List<Holding> held =
        open(trace, inquiry, facts)
            ? narrowed(
                trace,
                steps(inquiry, facts, period -> period.isOpen(inquiry.today()), Stream.of(power)),
                granted(inquiry, facts))
            : List.of();
    return held.isEmpty() ? trace.denied() : allowed(trace, inquiry, held, READ_LAW);
  }

  /**
   * Storing goes on for a grace period after the right has ended, for documents born during it
   * (facts 1.4).
   */
  static Verdict store(Inquiry inquiry, Facts facts, Storing storing, Duration grace) {
    Trace trace = new Trace();
    List<Holding> held =
        open(trace, inquiry, facts) && old(trace, inquiry, facts, storing)
            ? writable(trace, inquiry, facts, storing, grace)
            : List.of();
    boolean allowed =
        !held.isEmpty()
            && ChainRules.controller(trace, inquiry, storing)
            && storing.touched().stream()
                .distinct()
                .map(inquiry::about)
                .allMatch(version -> !writable(trace, version, facts, storing, grace).isEmpty());
    return allowed ? allowed(trace, inquiry, held, STORE_LAW) : trace.denied();
  }

  /**
   * What lets all of one document, or of one version of it, be written: each version touched is
   * judged by itself, or a right for one task could empty another's documents.
   */
  private static List<Holding> writable(
      Trace trace, Inquiry inquiry, Facts facts, Storing storing, Duration grace) {
    List<Holding> held =
        narrowed(
            trace,
            steps(
                inquiry,
                facts,
                period ->
                    period.isOpen(inquiry.today())
                        || period.isInGrace(inquiry.now(), storing.recordedAt(), grace),
                writing(inquiry, storing)),
            granted(inquiry, facts));
    return !held.isEmpty() && coverAll(trace, held, inquiry) ? held : List.of();
  }

  private static boolean old(Trace trace, Inquiry inquiry, Facts facts, Storing storing) {
    return !storing.old()
        || Gate.enabled(trace, inquiry, facts, SystemFunction.OLD_DOCUMENTS, Rule.FUNCTION_ENABLED);
  }

  private static Stream<Step> writing(Inquiry inquiry, Storing storing) {
    Stream<Step> touched =
        storing.touched().isEmpty()
            ? Stream.empty()
            : Stream.of(
                new Step(
                    Rule.PRODUCER_AS_STATED,
                    one -> ChainRules.storedAll(storing.touched(), one, inquiry.organisation())));
    StatedChain chain = storing.chain();
    Stream<Step> stated =
        chain == null
            ? Stream.empty()
            : Stream.of(
                new Step(Rule.PRODUCER_AS_STATED, one -> ChainRules.isStated(chain, one, inquiry)),
                new Step(Rule.CHAIN_STATED, one -> ChainRules.isWhole(chain, one)));
    Step power = new Step(Rule.RIGHT_TO_WRITE, one -> one.right().allows(RightPower.WRITE));
    return Stream.of(touched, stated, Stream.of(power)).flatMap(steps -> steps);
  }

  /**
   * A document may name several tasks and services: the rights left must cover each of them, or a
   * producer could write into tasks that it has no right for.
   */
  private static boolean coverAll(Trace trace, List<Holding> held, Inquiry inquiry) {
    Set<String> services =
        held.stream().flatMap(one -> one.socialServices().stream()).collect(Collectors.toSet());
    return trace.check(
            Rule.RIGHT_FOR_TASK, tasks(held).containsAll(inquiry.serviceTasks()), refs(held))
        && trace.check(
            Rule.RIGHT_FOR_SERVICE,
            held.stream().anyMatch(one -> one.socialServices().isEmpty())
                || (!inquiry.socialServices().isEmpty()
                    && services.containsAll(inquiry.socialServices())),
            refs(held));
  }

  private static Verdict allowed(
      Trace trace, Inquiry inquiry, List<Holding> held, List<String> law) {
    return new Verdict.Allowed(
        new Scope(inquiry.controller(), null, tasks(held)),
        document -> covered(document, held),
        law,
        trace.results());
  }

  private static boolean open(Trace trace, Inquiry inquiry, Facts facts) {
    return Gate.open(trace, inquiry, facts, SystemFunction.REGISTER_USAGE_RIGHT)
        && ready(trace, inquiry.controller(), facts);
  }

  private static boolean ready(Trace trace, @Nullable Oid organiser, Facts facts) {
    return trace.check(
        Rule.ORGANISER_READY,
        organiser != null && isReady(organiser, facts),
        organiser == null ? List.of() : facts.refs(organiser));
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

  private record Step(Rule rule, Predicate<Holding> holds) {}

  private static List<Step> steps(
      Inquiry inquiry, Facts facts, Predicate<Period> lasts, Stream<Step> powers) {
    Stream<Step> common =
        Stream.of(
            new Step(Rule.RIGHT_FOR_UNIT, one -> one.unit().equals(inquiry.unit())),
            new Step(
                Rule.RIGHT_FOR_TASK,
                one ->
                    inquiry.serviceTasks().isEmpty()
                        || inquiry.serviceTasks().contains(one.serviceTask())),
            new Step(
                Rule.RIGHT_FOR_SERVICE,
                one ->
                    inquiry.socialServices().isEmpty()
                        || one.socialServices().isEmpty()
                        || one.socialServices().stream()
                            .anyMatch(inquiry.socialServices()::contains)),
            new Step(Rule.RIGHT_STARTED, one -> one.own().hasStarted(inquiry.today())),
            new Step(Rule.RIGHT_NOT_ENDED, one -> lasts.test(one.own())),
            new Step(
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

  /** Each step keeps what meets it; the request fails at the step that leaves nothing. */
  private static List<Holding> narrowed(Trace trace, List<Step> steps, List<Holding> granted) {
    List<Holding> left = granted;
    if (!trace.check(Rule.RIGHT_GRANTED, !left.isEmpty(), refs(left))) {
      return List.of();
    }
    for (Step step : steps) {
      List<Holding> kept = left.stream().filter(step.holds()).toList();
      if (!trace.check(step.rule(), !kept.isEmpty(), refs(kept.isEmpty() ? left : kept))) {
        return List.of();
      }
      left = kept;
    }
    return left;
  }

  private static Set<ServiceTask> tasks(List<Holding> held) {
    return held.stream().map(Holding::serviceTask).collect(Collectors.toSet());
  }

  private static List<FactRef> refs(List<Holding> held) {
    return held.stream().map(one -> FactRef.of(one.right())).distinct().toList();
  }

  private static DocumentVerdict covered(DocumentFacts document, List<Holding> held) {
    return held.stream().anyMatch(one -> covers(one, document))
        ? DocumentVerdict.GIVEN
        : DocumentVerdict.OUT_OF_SCOPE;
  }

  private static boolean covers(Holding one, DocumentFacts document) {
    return document.serviceTasks().contains(one.serviceTask())
        && (one.socialServices().isEmpty()
            || one.socialServices().stream().anyMatch(document.socialServices()::contains));
  }
}
