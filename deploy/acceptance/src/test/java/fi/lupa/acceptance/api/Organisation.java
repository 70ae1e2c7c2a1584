package fi.lupa.acceptance.api;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The organisations whose tokens the local issuer gives. */
public enum Organisation implements Caller {
  OPERATOR("operator", "90000011", "9000001-1", "Operaattori", "SOCIAL", "PUBLIC", 0),
  NORTH(
      "county-north",
      "91000005",
      "9100000-5",
      "Pohjoisrannan hyvinvointialue",
      "SOCIAL",
      "PUBLIC",
      1),
  SOUTH(
      "county-south",
      "92000007",
      "9200000-7",
      "Eteläjärven hyvinvointialue",
      "SOCIAL",
      "PUBLIC",
      1),
  PRODUCER("producer", "93000009", "9300000-9", "Hoivakoto Oy", "SOCIAL", "PRIVATE", 2),
  HOSPITAL("hospital", "94000000", "9400000-0", "Rannikon sairaala", "HEALTH", "PUBLIC", 1);

  private static final List<String> SOCIAL =
      List.of(
          "ARCHIVING",
          "REGISTER_USAGE_RIGHT",
          "SOCIAL_DISCLOSURE",
          "HEALTH_DISCLOSURE",
          "DECLARATIONS");

  private final String client;
  private final String number;
  private final String businessId;
  private final String name;
  private final String sector;
  private final String ownership;
  private final int units;

  Organisation(
      String client,
      String number,
      String businessId,
      String name,
      String sector,
      String ownership,
      int units) {
    this.client = client;
    this.number = number;
    this.businessId = businessId;
    this.name = name;
    this.sector = sector;
    this.ownership = ownership;
    this.units = units;
  }

  @Override
  public String clientId() {
    return client;
  }

  @Override
  public String tokenParameters() {
    return "";
  }

  public String oid() {
    return unit(0);
  }

  /** The OID of its n-th unit, from 1. */
  public String unit(int n) {
    return "1.2.246.10." + number + ".10." + n;
  }

  public String unit() {
    return unit(1);
  }

  /** Somebody who works there, in the role for ordinary work. */
  public Map<String, Object> professional() {
    String role =
        sector.equals("HEALTH")
            ? "HEALTH_WIDE"
            : ownership.equals("PRIVATE") ? "PRIVATE_PROVISION" : "WIDE_RESPONSIBILITY";
    return Map.of("id", "90000002", "name", Secrets.PROFESSIONAL, "role", role);
  }

  /** What the operator registers. */
  public Map<String, Object> registration() {
    List<Map<String, Object>> registered =
        IntStream.rangeClosed(1, units)
            .mapToObj(n ->
                Map.<String, Object>of(
                    "oid", unit(n), "name", Map.of("fi", name + ", yksikkö " + n)))
            .toList();
    return Map.of(
        "oid",
        oid(),
        "businessId",
        businessId,
        "name",
        Map.of("fi", name),
        "sector",
        sector,
        "ownership",
        ownership,
        "status",
        "JOINED",
        "functions",
        sector.equals("HEALTH") ? List.of("ARCHIVING", "HEALTH_DISCLOSURE") : SOCIAL,
        "units",
        registered);
  }
}
