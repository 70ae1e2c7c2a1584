package fi.lupa.disclosure.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.matter.MatterDocuments;
import fi.lupa.disclosure.matter.Storing;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** A person's times are counted from what is known under all the person's identifiers. */
class LinkedRetentionIT extends DisclosureIT {
  @Autowired private RetentionTimes times;
  @Autowired private Destruction destruction;

  private final Client client = Client.person();
  private final Client former = Client.temporary();
  private final Given.Fact link = Given.link(client.ref(), former.ref());

  @Test
  void aMatterClosedUnderTheTemporaryIdentifierEndsTheTimeOfItsDocuments() {
    String matter = Oids.document().value();
    String document = stored("WORKING_AGE", matter);
    String told = storeCase(former, matter, "2010-02-03");
    assertThat(lastDay(document)).isEmpty();

    calls.given(link);
    assertThat(lastDay(document)).containsExactly("2020-02-03");
    assertThat(lastDay(told)).containsExactly("2020-02-03");

    calls.given(link.version(2).cancelled());
    assertThat(lastDay(document)).isEmpty();
  }

  @Test
  void aMatterOpenUnderTheTemporaryIdentifierKeepsWhatWouldBeDestroyed() {
    String closed = Oids.document().value();
    String document = stored("DISABILITY", closed);
    storeCase(client, closed, "2010-02-03");
    storeCase(former, Oids.document().value(), null);
    assertThat(lastDay(document)).containsExactly("2020-02-03");

    calls.given(link);
    // the day counted before the link still stands: it is counted once more when the time comes
    destruction.destroyAllDue().block();

    assertThat(sql().count("select count(*) from document" + of(document))).isEqualTo(1);
    assertThat(lastDay(document)).isEmpty();
  }

  @Test
  void aCaseDocumentOutlivesWhatIsCountedFromItUnderTheOtherIdentifier() {
    String matter = Oids.document().value();
    calls.given(link);
    String young = stored("WORKING_AGE", matter);
    String told = storeCase(former, matter, "2010-02-03");
    sql().run("update document set retention_class = 'PERMANENT'" + of(young));
    sql()
        .run(
            "insert into retention_todo (client_ref, controller) values ('%s', '%s')"
                .formatted(client.ref(), NORTH));
    times.countAll().block();

    destruction.destroyAllDue().block();

    assertThat(sql().count("select count(*) from document" + of(told))).isZero();
    assertThat(sql().count("select count(*) from document" + of(young))).isEqualTo(1);
  }

  private String stored(String task, String matter) {
    ObjectNode metadata = Calls.metadata(client, NORTH).put("recordedAt", "2001-05-05T09:00:00Z");
    metadata.putArray("serviceTasks").add(task);
    metadata.putArray("matters").add(matter);
    return calls.stored(NORTH, metadata);
  }

  private String storeCase(Client of, String matter, @Nullable String closed) {
    ObjectNode document = MatterDocuments.matter();
    ObjectNode told = MatterDocuments.at(document, "/asia_asiakirja/asian_tiedot");
    MatterDocuments.at(told, "/asiatunnus").put("value", matter);
    told.put("avauspaiva", "2001");
    MatterDocuments.at(told, "/palvelutehtava").put("display", "Vammaispalvelut");
    if (closed == null) {
      told.remove("paattymispaiva");
    } else {
      told.put("paattymispaiva", closed);
    }
    return new Storing(calls, of, NORTH).matter(document);
  }

  private List<String> lastDay(String document) {
    times.countAll().block();
    return sql().column("select last_day from document_due" + of(document));
  }

  private static String of(String document) {
    return " where document_oid = '" + document + "'";
  }
}
