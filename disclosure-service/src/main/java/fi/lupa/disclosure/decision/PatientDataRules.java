package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ground;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import java.util.stream.Stream;

/**
 * Disclosure of patient data from health care to social care (facts 10.5): by the permit in which
 * the client specifies them (Act 703/2023 53 § 2) or on a statutory ground (53 § 5).
 */
final class PatientDataRules {
  private PatientDataRules() {}

  static Course course(Inquiry inquiry, Facts facts, Rulebook rulebook) {
    return new Course(
        way(inquiry.ground()),
        Stream.of(
                Gate.open(
                    inquiry, facts, SystemFunction.HEALTH_DISCLOSURE, Rule.PATIENT_DATA_ENABLED),
                Stream.of(ofSocialCare(inquiry, facts), inLaw(rulebook)),
                Gate.client(inquiry, facts),
                ground(inquiry, facts, rulebook))
            .flatMap(conditions -> conditions)
            .toList(),
        Scope.patientData(inquiry.organisation(), inquiry.controller()),
        documents(inquiry, facts).toList());
  }

  private static Way way(Ground ground) {
    return switch (ground) {
      case PERMIT -> Way.PATIENT_DATA_PERMIT;
      case STATUTORY_AUTHORITY -> Way.PATIENT_DATA_AUTHORITY;
      case INCAPACITY -> Way.PATIENT_DATA_INCAPACITY;
      case PROTECTION -> Way.PROTECTION;
      case JOINT_SERVICE -> Way.JOINT_SERVICE;
    };
  }

  /** What goes from one health provider to another isn't Lupa's. */
  private static Condition ofSocialCare(Inquiry inquiry, Facts facts) {
    return new Condition(
        Rule.PATIENT_DATA_TO_SOCIAL_CARE,
        facts.sector(inquiry.organisation()) == Sector.SOCIAL,
        facts.refs(inquiry.organisation()));
  }

  /** The draft of 2020 doesn't speak of patient data. */
  private static Condition inLaw(Rulebook rulebook) {
    return Condition.of(Rule.PATIENT_DATA_ENABLED, rulebook != Rulebook.DRAFT_2020);
  }

  private static Stream<Condition> ground(Inquiry inquiry, Facts facts, Rulebook rulebook) {
    Stream<Condition> common = GroundRules.common(inquiry, Sector.SOCIAL, rulebook);
    return switch (inquiry.ground()) {
      case PERMIT ->
          Stream.concat(
              PermitRules.permitted(
                  inquiry, facts, PermitKind.HEALTH_TO_SOCIAL, Rule.PATIENT_PERMIT_EXISTS),
              Stream.of(PatientPermit.of(inquiry, facts).forRecipient()));
      case STATUTORY_AUTHORITY -> Stream.concat(GroundRules.authority(inquiry, facts), common);
      case INCAPACITY ->
          Stream.concat(
              Stream.of(GroundRules.incapacity(inquiry, facts, Rule.INCAPACITY_STATED)), common);
      // 56 § speaks of what social care discloses
      case PROTECTION -> Stream.of(Condition.of(Rule.PROTECTION_NEEDED, false));
      case JOINT_SERVICE -> Stream.of(GroundRules.otherSector());
    };
  }

  private static Stream<DocumentCondition> documents(Inquiry inquiry, Facts facts) {
    Stream<DocumentCondition> joined = Stream.of(SourceRules.joined(facts));
    return GroundRules.isStatutory(inquiry)
        ? joined
        : Stream.of(
                joined,
                Stream.of(SourceRules.open()),
                PatientPermit.of(inquiry, facts).forDocument(),
                Prohibitions.none(facts))
            .flatMap(conditions -> conditions);
  }
}
