package fi.lupa.disclosure.document.contact;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Given;
import fi.lupa.testkit.schema.NationalSchemas;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Masking fully filled documents of every national schema. */
class NationalDocumentsTest {
  /**
   * What leads to a person: whatever is named so is hidden or shown by the code set, not missed.
   */
  private static final Pattern CONTACT =
      Pattern.compile(
          "osoite|posti|puhelin|kotikun|asuinkun|asuinpaik|asuinalue|yhteystied|email|faksi|telefax"
              + "|turvallinen_paik");

  /** Named alike without being contact data, or only holding such. */
  private static final Set<String> OTHERS =
      Set.of(
          "yhteystiedot",
          "vaestokirjanpitajalle_ilmoitetaan_etta_lapsen_virallinen_asuinpaikka_on_seuraavan"
              + "_henkilon_luona");

  private final ContactNames names = new ContactNames();
  private final ContactMask mask = new ContactMask(names, Given.JSON);

  @BeforeEach
  void schemasAreThere() {
    NationalSchemas.needed();
  }

  @Test
  void loseTheirContactDataAndNothingElse() {
    int hiding = 0;
    for (String oid : NationalSchemas.oids()) {
      JsonNode full = FullDocument.of(schema(oid));
      for (String text : List.of(full.toString(), full.toPrettyString())) {
        String masked = mask.mask(text);
        JsonNode expected = NaiveMask.of(full, names);
        assertThat(Given.JSON.readTree(masked)).as(oid).isEqualTo(expected);
        assertThat(masked).as(oid).matches(m -> m.length() == text.length() == m.equals(text));
      }
      hiding += mask.mask(full.toString()).equals(full.toString()) ? 0 : 1;
    }
    assertThat(hiding).isGreaterThan(90);
  }

  @Test
  void haveNoContactDataThatTheCodeSetMisses() {
    Set<String> missed = new TreeSet<>();
    for (String oid : NationalSchemas.oids()) {
      properties(schema(oid), missed);
    }
    missed.removeIf(
        name -> !CONTACT.matcher(name).find() || names.hides(name) || names.shows(name));
    assertThat(missed).isSubsetOf(OTHERS);
  }

  @Test
  void theClientRelationshipKeepsPhoneAndContactAddressOnly() {
    JsonNode full = FullDocument.of(schema("1.2.246.537.6.1505.1.2023.6.1"));
    JsonNode client =
        Given.JSON.readTree(mask.mask(full.toString())).at("/asiakkuusasiakirja/asiakas");
    assertThat(client.has("kotikunta")).isFalse();
    assertThat(client.has("tilapainen_asuinkunta")).isFalse();
    assertThat(client.path("yhteystiedot").propertyNames())
        .containsExactlyInAnyOrder("yhteysosoite", "puhelinnumero");
    assertThat(client.at("/yhteystiedot/yhteysosoite"))
        .isEqualTo(full.at("/asiakkuusasiakirja/asiakas/yhteystiedot/yhteysosoite"));
    assertThat(client.path("turvakielto").asBoolean()).isTrue();
    assertThat(client.path("salaiset_yhteystiedot").asBoolean()).isTrue();
    assertThat(client.path("sukunimi").asString()).isNotEmpty();
  }

  private static void properties(JsonNode schema, Set<String> into) {
    schema
        .path("properties")
        .forEachEntry((name, member) -> {
          into.add(name);
          properties(member, into);
        });
    if (schema.has("items")) {
      properties(schema.path("items"), into);
    }
  }

  private static JsonNode schema(String oid) {
    return NationalSchemas.schema(oid);
  }
}
