package fi.lupa.acceptance.api;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Client relationship and case documents of Lupa's sample schemas, and what comes of them. */
public final class Matters {
  private static final String SCHEMA = "1.2.246.10.90000011.6.%s.2026.11.22";
  private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

  private Matters() {}

  /** A relationship with an own worker and a task; its content holds contact data. */
  public static Document relationship(Person person) {
    return document(
        "1505.1",
        """
        {"asiakkuusasiakirja": {
          "asiakas": {"sukunimi": "Asiakas", "etunimet": "Aada", "turvakielto": false,
            "henkilotunnus": {"system": "urn:oid:1.2.246.21", "value": "%s"},
            "yhteystiedot": {"puhelinnumero": "%s",
              "osoite": [{"lahiosoite": "Mallikatu 1", "postinumero": "00100", "postitoimipaikka": "Helsinki"}]}},
          "sosiaalihuollon_asiakkuus": {"asiakkuuden_alkamispvm": "2024-02-03"},
          "palveluista_vastaava_tyontekija": [{"sukunimi": "Aho", "etunimet": "Aino"}],
          "sosiaalihuollon_palvelutehtava": [{
            "palvelutehtava": {"system": "urn:oid:1.2.246.537.6.1221", "display": "Iäkkäiden palvelut"},
            "palveluntuottaja": [{
              "palveluyksikon_nimi": {
                "system": "urn:oid:1.2.246.537.6.202", "code": "%s", "display": "Hoivakoto"},
              "asiakkuuden_alkamispvm": "2025-01-01"}]}]}}
        """
            .formatted(person.identityCode(), Secrets.marker(), Organisation.PRODUCER.unit()));
  }

  /** An open matter of older people's services. */
  public static Document open(Person person, String matter) {
    return document("1505.2", content(person, matter, ""));
  }

  /** The same matter closed, for a new version of the document. */
  public static Document closed(Document open, Person person, String matter, LocalDate on) {
    return open.withContent(content(person, matter, "\"paattymispaiva\": \"" + on + "\","));
  }

  /** A new matter's identifier. */
  public static String newMatter() {
    return "1.2.246.10.91000005.40." + NEXT.incrementAndGet();
  }

  private static Document document(String type, String content) {
    return new Document(
        "1.2.246.10.91000005.94." + NEXT.incrementAndGet(),
        type,
        SCHEMA.formatted(type),
        "application/json",
        "OLDER_PEOPLE",
        content);
  }

  private static String content(Person person, String matter, String closing) {
    return """
    {"asia_asiakirja": {
      "palvelunjarjestajan_toimintayksikko": {
        "system": "urn:oid:1.2.246.537.6.202", "code": "%s", "display": "Hyvinvointialue"},
      "asiakas": [{"sukunimi": "Asiakas", "etunimet": "Aada",
        "henkilotunnus": {"system": "urn:oid:1.2.246.21", "value": "%s"}}],
      "asian_tiedot": {
        "asiatunnus": {"value": "%s"},
        "nimi": {"system": "urn:oid:1.2.246.537.6.1265", "code": "7", "display": "Palvelutarpeen arviointi"},
        "tila": {"system": "urn:oid:1.2.246.537.6.1501", "code": "1", "display": "Vireillä"},
        "avauspaiva": "2024-02-03", %s
        "palvelutehtava": {"system": "urn:oid:1.2.246.537.6.1221", "display": "Iäkkäiden palvelut"}}}}
    """
        .formatted(Organisation.NORTH.oid(), person.identityCode(), matter, closing);
  }

  /** A county asks for a summary from its own register. */
  public static Call summary(Organisation county, Person person) {
    var body = new HashMap<String, Object>();
    body.put("client", person.client());
    body.put("basis", "OWN_REGISTER");
    body.put("purpose", "SERVICE_PLANNING");
    body.put("relationship", Records.otherTask());
    body.put("requester", Map.of("unit", county.unit(), "professional", county.professional()));
    return Call.post(county, "/v1/client-summaries", body);
  }

  /** How long documents are kept. */
  public static Call retention(Organisation controller, Document... documents) {
    return Call.post(
        controller,
        "/v1/retention/searches",
        Map.of("documents", List.of(documents).stream().map(Document::oid).toList()));
  }

  /** What will be destroyed until a day. */
  public static Call retention(Organisation controller, LocalDate until) {
    return Call.post(
        controller, "/v1/retention/searches", Map.of("until", until.toString(), "limit", 200));
  }
}
