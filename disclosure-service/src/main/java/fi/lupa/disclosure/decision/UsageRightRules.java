package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.UsageRightChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A producer in the organiser's register under its register usage right (facts 10.2). Not a
 * disclosure: permits and prohibitions don't apply, and the client can't prohibit it.
 */
final class UsageRightRules {
  private static final List<String> READ_LAW = List.of("ACT_703_2023_S13", "ACT_703_2023_S14");
  private static final List<String> STORE_LAW =
      List.of("ACT_703_2023_S13", "ACT_703_2023_S14", "ACT_703_2023_S37");

  private UsageRightRules() {}

  static Verdict read(Inquiry inquiry, Facts facts) {
    Trace trace = new Trace();
    List<UsageRightChanged> rights =
        rights(trace, inquiry, facts, right -> notEnded(right, inquiry));
    return rights.isEmpty() ? trace.denied() : allowed(trace, inquiry, rights, READ_LAW);
  }

  /**
   * Storing goes on for a grace period after the right has ended, for documents born during it
   * (facts 1.4).
   *
   * @param recordedAt when the document was recorded
   */
  static Verdict store(Inquiry inquiry, Facts facts, Instant recordedAt, Duration grace) {
    Predicate<UsageRightChanged> lasts =
        right -> notEnded(right, inquiry) || inGrace(right, inquiry, recordedAt, grace);
    Trace trace = new Trace();
    List<UsageRightChanged> rights = rights(trace, inquiry, facts, lasts);
    return !rights.isEmpty() && coverAll(trace, rights, inquiry)
        ? allowed(trace, inquiry, rights, STORE_LAW)
        : trace.denied();
  }

  /**
   * A document may name several tasks and services: the rights left must cover each of them, or a
   * producer could write into tasks that it has no right for.
   */
  private static boolean coverAll(Trace trace, List<UsageRightChanged> rights, Inquiry inquiry) {
    Set<String> services =
        rights.stream().flatMap(r -> r.socialServices().stream()).collect(Collectors.toSet());
    return trace.check(
            Rule.RIGHT_FOR_TASK, tasks(rights).containsAll(inquiry.serviceTasks()), refs(rights))
        && trace.check(
            Rule.RIGHT_FOR_SERVICE,
            rights.stream().anyMatch(right -> right.socialServices().isEmpty())
                || (!inquiry.socialServices().isEmpty()
                    && services.containsAll(inquiry.socialServices())),
            refs(rights));
  }

  private static Verdict allowed(
      Trace trace, Inquiry inquiry, List<UsageRightChanged> rights, List<String> law) {
    return new Verdict.Allowed(
        new Scope(inquiry.controller(), null, tasks(rights)),
        document -> covered(document, rights),
        law,
        trace.results());
  }

  /** The rights that meet every condition; empty when the request fails. */
  private static List<UsageRightChanged> rights(
      Trace trace, Inquiry inquiry, Facts facts, Predicate<UsageRightChanged> lasts) {
    return Gate.open(trace, inquiry, facts, SystemFunction.REGISTER_USAGE_RIGHT)
            && ready(trace, inquiry.controller(), facts)
        ? narrowed(trace, inquiry, lasts, granted(inquiry, facts))
        : List.of();
  }

  private static boolean ready(Trace trace, @Nullable Oid organiser, Facts facts) {
    return trace.check(
        Rule.ORGANISER_READY,
        organiser != null
            && facts.joined(organiser)
            && facts.has(organiser, SystemFunction.REGISTER_USAGE_RIGHT),
        organiser == null ? List.of() : facts.refs(organiser));
  }

  private static List<UsageRightChanged> granted(Inquiry inquiry, Facts facts) {
    return facts.rights().stream()
        .filter(right -> right.producer().equals(inquiry.organisation()))
        .filter(right -> right.organiser().equals(inquiry.controller()))
        .toList();
  }

  private record Step(Rule rule, Predicate<UsageRightChanged> holds) {}

  private static List<Step> steps(Inquiry inquiry, Predicate<UsageRightChanged> lasts) {
    return List.of(
        new Step(Rule.RIGHT_FOR_UNIT, right -> right.producerUnit().equals(inquiry.unit())),
        new Step(
            Rule.RIGHT_FOR_TASK,
            right ->
                inquiry.serviceTasks().isEmpty()
                    || inquiry.serviceTasks().contains(right.serviceTask())),
        new Step(
            Rule.RIGHT_FOR_SERVICE,
            right ->
                inquiry.socialServices().isEmpty()
                    || right.socialServices().isEmpty()
                    || right.socialServices().stream()
                        .anyMatch(inquiry.socialServices()::contains)),
        new Step(Rule.RIGHT_STARTED, right -> !right.start().isAfter(inquiry.today())),
        new Step(Rule.RIGHT_NOT_ENDED, lasts));
  }

  /** Each step keeps the rights that meet it; the request fails at the step that leaves none. */
  private static List<UsageRightChanged> narrowed(
      Trace trace,
      Inquiry inquiry,
      Predicate<UsageRightChanged> lasts,
      List<UsageRightChanged> rights) {
    List<UsageRightChanged> left = rights;
    if (!trace.check(Rule.RIGHT_GRANTED, !left.isEmpty(), refs(left))) {
      return List.of();
    }
    for (Step step : steps(inquiry, lasts)) {
      List<UsageRightChanged> kept = left.stream().filter(step.holds()).toList();
      if (!trace.check(step.rule(), !kept.isEmpty(), refs(kept.isEmpty() ? left : kept))) {
        return List.of();
      }
      left = kept;
    }
    return left;
  }

  private static Set<ServiceTask> tasks(List<UsageRightChanged> rights) {
    return rights.stream().map(UsageRightChanged::serviceTask).collect(Collectors.toSet());
  }

  private static List<FactRef> refs(List<UsageRightChanged> rights) {
    return rights.stream().map(FactRef::of).toList();
  }

  private static DocumentVerdict covered(DocumentFacts document, List<UsageRightChanged> rights) {
    return rights.stream().anyMatch(right -> covers(right, document))
        ? DocumentVerdict.GIVEN
        : DocumentVerdict.OUT_OF_SCOPE;
  }

  private static boolean covers(UsageRightChanged right, DocumentFacts document) {
    return document.serviceTasks().contains(right.serviceTask())
        && (right.socialServices().isEmpty()
            || right.socialServices().stream().anyMatch(document.socialServices()::contains));
  }

  /** A right ended at once is over when it is known here, even if its owner's clock runs ahead. */
  private static boolean notEnded(UsageRightChanged right, Inquiry inquiry) {
    return right.endedAt() == null
        && (right.end() == null || !right.end().isBefore(inquiry.today()));
  }

  private static boolean inGrace(
      UsageRightChanged right, Inquiry inquiry, Instant recordedAt, Duration grace) {
    Instant end = endOf(right);
    Instant start = startOfDay(right.start());
    return end != null
        && !recordedAt.isBefore(start)
        && recordedAt.isBefore(end)
        && inquiry.now().isBefore(end.plus(grace));
  }

  private static @Nullable Instant endOf(UsageRightChanged right) {
    Instant lastDay = right.end() == null ? null : startOfDay(right.end().plusDays(1));
    if (lastDay == null) {
      return right.endedAt();
    }
    return right.endedAt() == null || right.endedAt().isAfter(lastDay) ? lastDay : right.endedAt();
  }

  private static Instant startOfDay(LocalDate day) {
    return day.atStartOfDay(Inquiry.HELSINKI).toInstant();
  }
}
