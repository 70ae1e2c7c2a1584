package fi.lupa.disclosure.matter;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What documents tell follows their versions and their voiding. */
class ToldByDocumentsIT extends DisclosureIT {
  private static final String MATTER = "/asia_asiakirja/asian_tiedot";

  private final Client client = Client.person();

  @Test
  void aNewerVersionReplacesAndVoidingBringsBackAndForgets() {
    Storing storing = new Storing(calls, client, NORTH);
    ObjectNode open = MatterDocuments.matter();
    MatterDocuments.at(open, MATTER).remove("paattymispaiva");
    String document = storing.matter(open);
    assertThat(matter()).containsExactly("1 open");

    storing.after(1, document, MatterDocuments.CASE, MatterDocuments.matter());
    assertThat(matter()).containsExactly("2 2024-11-30");

    assertThat(voided(document, 2)).isEqualTo(200);
    assertThat(matter()).containsExactly("1 open");

    assertThat(voided(document, 1)).isEqualTo(200);
    assertThat(matter()).isEmpty();
  }

  @Test
  void protectionIsToldByTheRelationshipInActiveUse() {
    Storing storing = new Storing(calls, client, NORTH);
    ObjectNode old = MatterDocuments.relationship();
    MatterDocuments.at(old, "/asiakkuusasiakirja/sosiaalihuollon_asiakkuus")
        .put("vanha_asiakkuus", true);
    storing.relationship(old);
    assertThat(protection()).containsExactly("2026-03-10 2030-06-30");

    ObjectNode active = MatterDocuments.relationship();
    MatterDocuments.at(active, "/asiakkuusasiakirja/asiakas").put("turvakielto", false);
    String document = storing.relationship(active);
    assertThat(protection()).isEmpty();

    ObjectNode again = MatterDocuments.relationship();
    MatterDocuments.at(again, "/asiakkuusasiakirja/asiakas").remove("turvakiellon_paattymispaiva");
    storing.after(1, document, MatterDocuments.RELATIONSHIP, again);
    assertThat(protection()).containsExactly("2026-03-10 open");
    assertThat(voided(document, 2)).isEqualTo(200);
    assertThat(protection()).isEmpty();
  }

  @Test
  void aDocumentThatBecomesAnotherKindTellsNoMore() {
    Storing storing = new Storing(calls, client, NORTH);
    String document = storing.matter(MatterDocuments.matter());
    assertThat(matter()).hasSize(1);

    ObjectNode other =
        Calls.metadata(client, NORTH)
            .put("documentOid", document)
            .put("baseVersion", document + ".1");
    if (calls.store(NORTH, other).status() == 201) {
      assertThat(matter()).isEmpty();
    }
  }

  /** One version was of another type before the documents' types were held to the first one's. */
  @Test
  void voidingAVersionOfAnotherTypeBringsBackWhatTheOneBeforeTells() {
    Storing storing = new Storing(calls, client, NORTH);
    String document = storing.relationship(MatterDocuments.relationship());
    storing.after(1, document, MatterDocuments.RELATIONSHIP, MatterDocuments.relationship());
    sql()
        .run(
            "update document set document_type = '1506.19001' where version = 2 and document_oid = '"
                + document
                + "'");

    assertThat(voided(document, 2)).isEqualTo(200);

    assertThat(protection()).containsExactly("2026-03-10 2030-06-30");
  }

  private int voided(String document, int version) {
    return calls
        .voided(
            NORTH, document, Calls.voiding(client, NORTH).put("version", version), Calls.newKey())
        .status();
  }

  private List<String> matter() {
    return sql()
        .column(
            "select version || ' ' || coalesce(closed::text, 'open') from matter where client_ref = '"
                + client.ref()
                + "'");
  }

  private List<String> protection() {
    return sql()
        .column(
            "select since || ' ' || coalesce(until::text, 'open') from client_protection where client_ref = '"
                + client.ref()
                + "'");
  }
}
