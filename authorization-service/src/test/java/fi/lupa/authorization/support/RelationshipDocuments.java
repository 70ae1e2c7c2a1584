package fi.lupa.authorization.support;

import static fi.lupa.authorization.support.Calls.JSON;
import static fi.lupa.authorization.support.Calls.body;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Client relationship documents in the national form, with no more than tests need. */
public final class RelationshipDocuments {
  /** Lupa's own sample schema, which every machine has. */
  public static final String SCHEMA = "1.2.246.10.90000011.6.1505.1.2026.11.22";

  private RelationshipDocuments() {}

  /** A document of a client that an identity code tells. */
  public static ObjectNode document(String identityCode, String organiser, ObjectNode... tasks) {
    ObjectNode client =
        body(
            "sukunimi",
            "Virtanen",
            "etunimet",
            "Aino",
            "henkilotunnus",
            Map.of("system", "urn:oid:1.2.246.21", "value", identityCode),
            "turvakielto",
            false);
    return body("asiakkuusasiakirja", root(client, organiser, tasks));
  }

  private static ObjectNode root(ObjectNode client, String organiser, ObjectNode... tasks) {
    return body(
        "asiakas", client,
        "sosiaalihuollon_asiakkuus", Map.of("asiakkuuden_alkamispvm", "2026-01-01"),
        "palvelunjarjestajan_toimintayksikko", unitCode(organiser),
        "sosiaalihuollon_palvelutehtava", Arrays.asList(tasks));
  }

  /** The members under {@code asiakkuusasiakirja}. */
  public static ObjectNode root(JsonNode document) {
    return (ObjectNode) document.path("asiakkuusasiakirja");
  }

  /** A service task by its national code, with its producer blocks. */
  public static ObjectNode task(String code, ObjectNode... producers) {
    return body(
        "palvelutehtava",
        Map.of("system", "urn:oid:1.2.246.537.6.1221.2017", "code", code, "display", "Tehtävä"),
        "palveluntuottaja",
        Arrays.asList(producers));
  }

  /** A block of a producer or a subcontractor; without an end it goes on. */
  public static ObjectNode block(String unit, String start, String end, String... services) {
    ObjectNode block = body("palveluyksikon_nimi", unitCode(unit), "asiakkuuden_alkamispvm", start);
    if (end != null) {
      block.put("asiakkuuden_paattymispvm", end);
    }
    if (services.length > 0) {
      block.set(
          "sosiaalipalvelu",
          JSON.valueToTree(
              Arrays.stream(services)
                  .map(code ->
                      Map.of(
                          "system", "urn:oid:1.2.246.537.6.1222.2017",
                          "code", code,
                          "display", "Palvelu"))
                  .toList()));
    }
    return block;
  }

  /** The block with subcontractors. */
  public static ObjectNode with(ObjectNode block, ObjectNode... subcontractors) {
    ObjectNode copy = block.deepCopy();
    copy.set("palveluntoteuttaja", JSON.valueToTree(List.of(subcontractors)));
    return copy;
  }

  private static Map<String, String> unitCode(String oid) {
    return Map.of("system", "urn:oid:1.2.246.537.6.202.2008", "code", oid, "display", "Yksikkö");
  }
}
