package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Schema;
import fi.lupa.acceptance.api.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Documents by every schema that is here: Lupa's own always, the national ones where they are. */
@Order(12)
class NationalDocumentsIT {
  /**
   * A shelter's assessment and plan, entries of therapeutic work and of examinations (decree
   * 457/2024 12 §).
   */
  private static final Set<String> SPECIALLY_PROTECTED =
      Set.of("1506.1011", "1506.15019", "1506.19014", "1506.19015");

  @BeforeAll
  static void prepare() {
    World.prepare();
  }

  @Test
  void aDocumentOfEverySchemaIsKeptByteForByteAndGivenUnlessSpeciallyProtected() {
    Person person = Person.next();
    Map<String, String> given = new HashMap<>();
    int stored = 0;
    List<String> refused = new ArrayList<>();
    for (Schema schema :
        Stream.concat(Schema.own().stream(), Schema.national().stream()).toList()) {
      Document document = Document.json(schema, "FAMILIES", person);
      Reply reply = Http.send(document.intoOwn(NORTH, person));
      if (reply.status() == 201) {
        stored++;
        if (!SPECIALLY_PROTECTED.contains(document.type())) {
          given.put(document.oid(), document.content());
        }
      } else {
        refused.add(schema.oid() + " " + reply.status() + " " + reply.body());
      }
    }
    assertThat(refused).isEmpty();
    assertThat(given).hasSizeGreaterThanOrEqualTo(Schema.own().size());
    Reply answer = Http.expect(200, Records.ownRegister(NORTH, person));
    assertThat(Records.contents(answer)).isEqualTo(given);
    System.out.printf("documents of %d schemas stored, %d read back%n", stored, given.size());
  }

  @Test
  void aDocumentThatBreaksItsSchemaIsRefusedWithAPointer() {
    Person person = Person.next();
    Document good = Document.json(Schema.of("1506.15003", "1506.15003"), "OLDER_PEOPLE", person);
    String content =
        good.content().replaceFirst("\\{", "{ \"vieras\": \"" + person.identityCode() + "\",");
    Reply refused =
        Http.refuse(422, "DOCUMENT_INVALID", good.withContent(content).intoOwn(NORTH, person));
    assertThat(refused.text("/violations/0/pointer")).startsWith("/content");
    assertThat(refused.body()).doesNotContain(person.identityCode());
    Reply answer = Http.expect(200, Records.ownRegister(NORTH, person));
    assertThat(answer.list("/documents")).isEmpty();
  }
}
