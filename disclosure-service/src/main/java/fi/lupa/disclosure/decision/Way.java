package fi.lupa.disclosure.decision;

import java.util.List;

/** How an access comes to data, with the provisions of Act 703/2023 that it then stands on. */
enum Way {
  OWN_REGISTER("ACT_703_2023_S9", "ACT_703_2023_S13"),
  STORE_IN_OWN_REGISTER("ACT_703_2023_S13", "ACT_703_2023_S37"),
  USAGE_RIGHT("ACT_703_2023_S13", "ACT_703_2023_S14"),
  STORE_BY_USAGE_RIGHT("ACT_703_2023_S13", "ACT_703_2023_S14", "ACT_703_2023_S37"),
  SOCIAL_PERMIT("ACT_703_2023_S55_1", "ACT_703_2023_S57"),
  SOCIAL_AUTHORITY("ACT_703_2023_S55_2_AUTHORITY", "ACT_703_2023_S57"),
  SOCIAL_INCAPACITY("ACT_703_2023_S55_2_INCAPACITY", "ACT_703_2023_S57"),
  PROTECTION("ACT_703_2023_S56"),
  HEALTH_PERMIT("ACT_703_2023_S53_3", "DECREE_457_2024_S25_2", "DECREE_457_2024_S25_3"),
  HEALTH_INCAPACITY("ACT_703_2023_S53_6"),
  JOINT_SERVICE("ACT_703_2023_S53_1");

  private final List<String> legalReferences;

  Way(String... legalReferences) {
    this.legalReferences = List.of(legalReferences);
  }

  List<String> legalReferences() {
    return legalReferences;
  }
}
