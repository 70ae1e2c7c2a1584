package fi.lupa.acceptance.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The northern county's client relationship documents, in the national form. */
public final class Relationships {
  private static final String SCHEMA = "1.2.246.10.90000011.6.1505.1.2026.11.22";
  private static final String AT = "/v1/client-relationships";

  private Relationships() {}

  /** An OID for a document that nobody else uses. */
  public static String newDocument() {
    return "1.2.246.10.91000005.14.2026." + Math.abs(UUID.randomUUID().getMostSignificantBits());
  }

  /**
   * Sends a version that tells of the producer's first unit in services for older people.
   *
   * @param end the last day in that unit, none while it goes on
   */
  public static Call version(Person person, String document, int version, String end) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("client", person.client());
    body.put("documentOid", document);
    body.put("version", version);
    body.put("schemaOid", SCHEMA);
    body.put("document", Map.of("asiakkuusasiakirja", content(person, end)));
    return Call.create(Organisation.NORTH, AT, body);
  }

  private static Map<String, Object> content(Person person, String end) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("palveluyksikon_nimi", unit(Organisation.PRODUCER.unit()));
    block.put("asiakkuuden_alkamispvm", Rights.today().toString());
    if (end != null) {
      block.put("asiakkuuden_paattymispvm", end);
    }
    return Map.of(
        "asiakas",
        Map.of(
            "sukunimi",
            Secrets.marker(),
            "etunimet",
            Secrets.marker(),
            "henkilotunnus",
            Map.of("system", "urn:oid:1.2.246.21", "value", person.identityCode()),
            "turvakielto",
            false),
        "sosiaalihuollon_asiakkuus",
        Map.of("asiakkuuden_alkamispvm", "2026-01-01"),
        "palvelunjarjestajan_toimintayksikko",
        unit(Organisation.NORTH.unit()),
        "sosiaalihuollon_palvelutehtava",
        List.of(
            Map.of(
                "palvelutehtava",
                Map.of(
                    "system", "urn:oid:1.2.246.537.6.1221.2017", "display", "Iäkkäiden palvelut"),
                "palveluntuottaja",
                new ArrayList<>(List.of(block)))));
  }

  private static Map<String, Object> unit(String oid) {
    return Map.of("system", "urn:oid:1.2.246.537.6.202.2008", "code", oid, "display", "Yksikkö");
  }
}
