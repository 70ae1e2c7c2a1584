package fi.lupa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Organisation;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Relationships;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.Schema;
import fi.lupa.acceptance.api.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A client relationship document is all that it takes to open and to close a register. */
@Order(13)
class ClientRelationshipIT {

  @BeforeAll
  static void prepare() {
    World.prepare();
  }

  @Test
  void itsVersionsGiveAndTakeTheProducersRight() {
    Person person = Person.next();
    String document = Relationships.newDocument();
    Document plan = Document.json(Schema.of("1506.15003", "1506.15003"), "OLDER_PEOPLE", person);
    Http.expect(201, plan.intoOwn(Organisation.NORTH, person));
    Http.refuse(403, "NO_REGISTER_RIGHT", Records.underRight(person));

    Reply first = Http.expect(200, Relationships.version(person, document, 1, null));
    assertThat(first.text("/items/0/change")).isEqualTo("GRANTED");
    assertThat(first.text("/effective")).isEqualTo("true");
    Reply seen = Http.expect(200, Records.underRight(person));
    assertThat(Records.documents(seen)).containsExactly(plan.oid());

    String today = Rights.today().toString();
    Reply second = Http.expect(200, Relationships.version(person, document, 2, today));
    assertThat(second.text("/items/0/change")).isEqualTo("ENDED");
    assertThat(second.text("/items/0/id")).isEqualTo(first.text("/items/0/id"));
    Http.refuse(403, "REGISTER_RIGHT_ENDED", Records.underRight(person));

    Http.refuse(409, "VERSION_CONFLICT", Relationships.version(person, document, 1, null));
    Http.refuse(403, "REGISTER_RIGHT_ENDED", Records.underRight(person));
  }
}
