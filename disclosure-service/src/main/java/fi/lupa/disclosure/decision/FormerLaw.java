package fi.lupa.disclosure.decision;

import java.util.List;

/**
 * What stood in the place of the provisions that {@link Rule} and {@link Way} name, in the law
 * before Act 703/2023. Only what the domain sheet gives: where it has no paragraph, the act as a
 * whole.
 */
final class FormerLaw {
  private static final String DRAFT = "DRAFT_2020";
  private static final String ACT = "ACT_784_2021";
  private static final String INSIDE = "ACT_784_2021_S21";
  private static final String TO_HEALTH = "ACT_784_2021_S21_2";
  private static final String PATIENT_DATA = "ACT_784_2021_S20_2";
  private static final String PROHIBITION = "ACT_784_2021_S18_5";
  private static final String DESPITE = "ACT_784_2021_S18_6";
  private static final String AUTHORITY = "ACT_812_2000_S20";

  private FormerLaw() {}

  static List<String> draft2020(Rule rule) {
    return others(rule, DRAFT);
  }

  static List<String> draft2020(Way way) {
    return List.of(DRAFT);
  }

  static List<String> act784(Rule rule) {
    return switch (rule) {
      case RELATIONSHIP_STATED,
          RELATIONSHIP_VERIFIED,
          CLIENT_INFORMED,
          PERMIT_EXISTS,
          PERMIT_NOT_REFUSED,
          PERMIT_NOT_WITHDRAWN,
          GROUND_IN_LAW,
          INCAPACITY_STATED ->
          List.of(INSIDE);
      case CROSS_SECTOR_ENABLED,
          CROSS_PERMIT_EXISTS,
          PERMIT_FOR_RECIPIENT,
          PERMIT_FOR_TASK,
          PERMIT_FOR_PERIOD ->
          List.of(TO_HEALTH);
      case PATIENT_DATA_ENABLED,
          PATIENT_DATA_TO_SOCIAL_CARE,
          PATIENT_PERMIT_EXISTS,
          PATIENT_PERMIT_FOR_RECIPIENT,
          PERMIT_FOR_DATA_GROUP ->
          List.of(PATIENT_DATA);
      case CONTROLLER_NOT_PROHIBITED, TASK_NOT_PROHIBITED, DOCUMENT_NOT_PROHIBITED ->
          List.of(PROHIBITION);
      case AUTHORITY_ASKS, WIDE_SEARCH_EXPLAINED, ROLE_MAY_SEARCH_WIDELY -> List.of(AUTHORITY);
      default -> others(rule, ACT);
    };
  }

  static List<String> act784(Way way) {
    return switch (way) {
      case OWN_REGISTER, STORE_IN_OWN_REGISTER, USAGE_RIGHT, STORE_BY_USAGE_RIGHT -> List.of(ACT);
      case SOCIAL_PERMIT -> List.of(INSIDE);
      case SOCIAL_AUTHORITY -> List.of(INSIDE, DESPITE, AUTHORITY);
      case SOCIAL_INCAPACITY, PROTECTION -> List.of(INSIDE, DESPITE);
      case HEALTH_PERMIT, HEALTH_INCAPACITY, JOINT_SERVICE -> List.of(TO_HEALTH);
      case PATIENT_DATA_PERMIT, PATIENT_DATA_AUTHORITY, PATIENT_DATA_INCAPACITY ->
          List.of(PATIENT_DATA);
    };
  }

  /** Provisions of acts that aren't about client data stay. */
  private static List<String> others(Rule rule, String instead) {
    return rule.legalReferences().stream()
        .map(key -> isOfToday(key) ? instead : key)
        .distinct()
        .toList();
  }

  private static boolean isOfToday(String key) {
    return key.startsWith("ACT_703_2023") || key.startsWith("DECREE_457_2024");
  }
}
