package fi.lupa.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The organisations of the story. The issuer's tokens carry the same OIDs (deploy/local/issuer,
 * application.yml).
 */
public enum Organisation {
  COUNTY_NORTH(
      "91000005",
      "9100000-5",
      names(
          "Pohjoisrannan hyvinvointialue",
          "Norra kustens välfärdsområde",
          "North Coast wellbeing services county"),
      "SOCIAL",
      "PUBLIC",
      List.of(
          "ARCHIVING",
          "REGISTER_USAGE_RIGHT",
          "SOCIAL_DISCLOSURE",
          "HEALTH_DISCLOSURE",
          "DECLARATIONS"),
      List.of(names("Sosiaalipalvelut", "Socialservice", "Social services"))),
  COUNTY_SOUTH(
      "92000007",
      "9200000-7",
      names(
          "Eteläjärven hyvinvointialue",
          "Södra sjöns välfärdsområde",
          "South Lake wellbeing services county"),
      "SOCIAL",
      "PUBLIC",
      List.of(
          "ARCHIVING",
          "REGISTER_USAGE_RIGHT",
          "SOCIAL_DISCLOSURE",
          "HEALTH_DISCLOSURE",
          "DECLARATIONS"),
      List.of(names("Sosiaalipalvelut", "Socialservice", "Social services"))),
  PRODUCER(
      "93000009",
      "9300000-9",
      names("Hoivakoto Oy", "Hoivakoto Ab", "Hoivakoto Ltd"),
      "SOCIAL",
      "PRIVATE",
      List.of("ARCHIVING", "REGISTER_USAGE_RIGHT", "SOCIAL_DISCLOSURE", "DECLARATIONS"),
      List.of(
          names("Hoivakoto Rantala", "Vårdhemmet Rantala", "Rantala care home"),
          names("Hoivakoto Mäkelä", "Vårdhemmet Mäkelä", "Mäkelä care home"))),
  HOSPITAL(
      "94000000",
      "9400000-0",
      names("Rannikon sairaala", "Kustens sjukhus", "Coast hospital"),
      "HEALTH",
      "PUBLIC",
      List.of("ARCHIVING", "HEALTH_DISCLOSURE"),
      List.of(names("Sisätaudit", "Inremedicin", "Internal medicine")));

  private final String number;
  private final String businessId;
  private final Map<String, String> name;
  private final String sector;
  private final String ownership;
  private final List<String> functions;
  private final List<Map<String, String>> unitNames;

  Organisation(
      String number,
      String businessId,
      Map<String, String> name,
      String sector,
      String ownership,
      List<String> functions,
      List<Map<String, String>> unitNames) {
    this.number = number;
    this.businessId = businessId;
    this.name = name;
    this.sector = sector;
    this.ownership = ownership;
    this.functions = functions;
    this.unitNames = unitNames;
  }

  /** Its OID. */
  public String oid() {
    return arc() + ".10.0";
  }

  /** The OID of its first unit, which is the only one that acts in the story. */
  public String unit() {
    return unit(1);
  }

  /** The arc under which it gives OIDs. */
  public String arc() {
    return "1.2.246.10." + number;
  }

  /** In English. */
  public String englishName() {
    return name.getOrDefault("en", businessId);
  }

  /** What the operator registers. */
  public Map<String, Object> registration() {
    var units = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < unitNames.size(); i++) {
      units.add(Map.of("oid", unit(i + 1), "name", unitNames.get(i)));
    }
    return Json.object(
        "oid", oid(),
        "businessId", businessId,
        "name", name,
        "sector", sector,
        "ownership", ownership,
        "status", "JOINED",
        "functions", functions,
        "units", units);
  }

  private String unit(int n) {
    return arc() + ".10." + n;
  }

  private static Map<String, String> names(String fi, String sv, String en) {
    return Json.texts("fi", fi, "sv", sv, "en", en);
  }
}
