package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ground;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import java.util.stream.Stream;

/**
 * Disclosure from social care to health care (facts 10.4): by the specified permit (Act 703/2023 53
 * § 3) or on a statutory ground (53 § 1 and 6, 56 §).
 */
final class HealthDisclosureRules {
  private HealthDisclosureRules() {}

  static Course course(Inquiry inquiry, Facts facts, Rulebook rulebook) {
    return new Course(
        way(inquiry.ground()),
        Stream.of(
                Gate.open(
                    inquiry, facts, SystemFunction.HEALTH_DISCLOSURE, Rule.CROSS_SECTOR_ENABLED),
                Stream.of(Gate.care(inquiry)),
                ground(inquiry, facts, rulebook))
            .flatMap(conditions -> conditions)
            .toList(),
        Scope.others(inquiry.organisation(), inquiry.controller()),
        documents(inquiry, facts).flatMap(conditions -> conditions).toList());
  }

  private static Way way(Ground ground) {
    return switch (ground) {
      case PERMIT -> Way.HEALTH_PERMIT;
      case STATUTORY_AUTHORITY -> Way.SOCIAL_AUTHORITY;
      case INCAPACITY -> Way.HEALTH_INCAPACITY;
      case PROTECTION -> Way.PROTECTION;
      case JOINT_SERVICE -> Way.JOINT_SERVICE;
    };
  }

  private static Stream<Condition> ground(Inquiry inquiry, Facts facts, Rulebook rulebook) {
    Stream<Condition> common = GroundRules.common(inquiry, Sector.HEALTH, rulebook);
    return switch (inquiry.ground()) {
      case PERMIT ->
          Stream.concat(
              PermitRules.permitted(
                  inquiry, facts, PermitKind.SOCIAL_TO_HEALTH, Rule.CROSS_PERMIT_EXISTS),
              Stream.of(HealthPermit.of(inquiry, facts).forRecipient()));
      case STATUTORY_AUTHORITY -> Stream.of(GroundRules.otherSector());
      case INCAPACITY ->
          Stream.concat(
              Stream.of(GroundRules.incapacity(inquiry, facts, Rule.CARE_INCAPACITY_STATED)),
              common);
      case PROTECTION -> Stream.concat(GroundRules.protection(inquiry, facts), common);
      case JOINT_SERVICE ->
          Stream.concat(Stream.of(JointServiceRules.unit(inquiry, facts)), common);
    };
  }

  private static Stream<Stream<DocumentCondition>> documents(Inquiry inquiry, Facts facts) {
    boolean permit = inquiry.ground() == Ground.PERMIT;
    boolean joint = inquiry.ground() == Ground.JOINT_SERVICE;
    return Stream.of(
        Stream.of(SourceRules.joined(facts)),
        permit ? Stream.of(SourceRules.open()) : Stream.empty(),
        permit ? HealthPermit.of(inquiry, facts).forDocument() : Stream.empty(),
        joint ? Stream.of(JointServiceRules.document(inquiry, facts)) : Stream.empty(),
        permit || joint ? Prohibitions.none(facts) : Stream.empty());
  }
}
