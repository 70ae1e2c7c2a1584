package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ground;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import java.util.stream.Stream;

/**
 * Disclosure inside social care (facts 10.3): by the client's permit (Act 703/2023 55 § 1) or on a
 * statutory ground (55 § 2, 56 §).
 */
final class SocialDisclosureRules {
  private SocialDisclosureRules() {}

  static Course course(Inquiry inquiry, Facts facts, Rulebook rulebook) {
    return new Course(
        way(inquiry.ground()),
        Stream.of(
                Gate.open(inquiry, facts, SystemFunction.SOCIAL_DISCLOSURE),
                Gate.client(inquiry, facts),
                ground(inquiry, facts, rulebook))
            .flatMap(conditions -> conditions)
            .toList(),
        Scope.others(inquiry.organisation(), inquiry.controller()),
        documents(inquiry, facts).toList());
  }

  private static Way way(Ground ground) {
    return switch (ground) {
      case PERMIT -> Way.SOCIAL_PERMIT;
      case STATUTORY_AUTHORITY -> Way.SOCIAL_AUTHORITY;
      case INCAPACITY -> Way.SOCIAL_INCAPACITY;
      case PROTECTION -> Way.PROTECTION;
      case JOINT_SERVICE -> Way.JOINT_SERVICE;
    };
  }

  private static Stream<Condition> ground(Inquiry inquiry, Facts facts, Rulebook rulebook) {
    Stream<Condition> common = GroundRules.common(inquiry, Sector.SOCIAL, rulebook);
    return switch (inquiry.ground()) {
      case PERMIT -> permit(inquiry, facts, rulebook);
      case STATUTORY_AUTHORITY -> Stream.concat(GroundRules.authority(inquiry, facts), common);
      case INCAPACITY ->
          Stream.concat(
              Stream.of(GroundRules.incapacity(inquiry, facts, Rule.INCAPACITY_STATED)), common);
      case PROTECTION -> Stream.concat(GroundRules.protection(inquiry, facts), common);
      case JOINT_SERVICE -> Stream.of(GroundRules.otherSector());
    };
  }

  /** By the draft of 2020 it was enough that the client had been informed. */
  private static Stream<Condition> permit(Inquiry inquiry, Facts facts, Rulebook rulebook) {
    return rulebook == Rulebook.DRAFT_2020
        ? Stream.of(PermitRules.informed(facts))
        : PermitRules.permitted(inquiry, facts, PermitKind.SOCIAL_CARE, Rule.PERMIT_EXISTS);
  }

  private static Stream<DocumentCondition> documents(Inquiry inquiry, Facts facts) {
    Stream<DocumentCondition> joined = Stream.of(SourceRules.joined(facts));
    return GroundRules.isStatutory(inquiry)
        ? joined
        : Stream.of(joined, Stream.of(SourceRules.open()), Prohibitions.none(facts))
            .flatMap(conditions -> conditions);
  }
}
