package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.OPERATOR;
import static fi.lupa.acceptance.api.Organisation.PRODUCER;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.contract.Refusal;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Good requests that don't fit what is there: 404, 409, 412, 422. Nothing changes by them. */
@Order(31)
class ConflictsIT {

  @BeforeAll
  static void prepare() {
    World.prepare();
  }

  @Test
  void whatIsThereAlready() {
    Person person = Person.next();
    Refusal.of(
        Call.create(OPERATOR, "/v1/organisations", NORTH.registration()),
        409,
        "ORGANISATION_EXISTS");
    Http.expect(201, Rights.grant(person, "FAMILIES"));
    Refusal.of(Rights.grant(person, "FAMILIES"), 409, "RIGHT_OVERLAPS");
    Document document = Document.xhtml("1506.7009", "FAMILIES", person);
    Http.expect(201, document.intoOwn(NORTH, person));
    Refusal.of(document.intoOwn(NORTH, person), 409, "DOCUMENT_EXISTS");
    Refusal.of(Declarations.prohibitTask(person, "FAMILIES"), 409, "NOT_INFORMED");
    Refusal.of(Declarations.permitSocialCare(person), 409, "NOT_INFORMED");
    Http.expect(201, Declarations.inform(person));
    Http.expect(201, Declarations.prohibitTask(person, "FAMILIES"));
    Refusal.of(Declarations.prohibitTask(person, "FAMILIES"), 409, "PROHIBITION_EXISTS");
    assertThat(Http.expect(200, Rights.search(person)).list("/items")).hasSize(1);
    assertThat(Http.expect(200, Declarations.prohibitions(person)).list("/items")).hasSize(1);
  }

  @Test
  void aStaleVersionChangesNothing() {
    Person person = Person.next();
    Reply right = Http.expect(201, Rights.grant(person, "FAMILIES"));
    Refusal.of(Rights.end(right.text("/id"), "\"2\""), 412, "VERSION_CONFLICT");
    assertThat(Http.expect(200, Rights.read(right.text("/id"))).text("/state"))
        .isEqualTo("IN_FORCE");
    Http.expect(201, Declarations.inform(person));
    Reply permit = Http.expect(201, Declarations.permitSocialCare(person));
    Refusal.of(Declarations.withdraw(person, permit.text("/id"), "\"7\""), 412, "VERSION_CONFLICT");
    Http.expect(200, Declarations.withdraw(person, permit.text("/id"), permit.header("ETag")));
    Refusal.of(Declarations.withdraw(person, permit.text("/id"), "\"2\""), 409, "PERMIT_NOT_GIVEN");
  }

  @Test
  void aKeyUsedAgainWithAnotherBody() {
    Person person = Person.next();
    Call grant = Rights.grant(person, "FAMILIES").key("key-" + person.identityCode().hashCode());
    Reply first = Http.expect(201, grant);
    Reply again = Http.expect(201, grant);
    assertThat(again.text("/id")).isEqualTo(first.text("/id"));
    assertThat(again.text("/grantedAt")).isEqualTo(first.text("/grantedAt"));
    Call other = Rights.grant(person, "DISABILITY").key(grant.headers().get("Idempotency-Key"));
    Refusal.of(other, 422, "IDEMPOTENCY_KEY_REUSED");
    Document document = Document.xhtml("1506.7009", "FAMILIES", person);
    Call store = document.intoOwn(NORTH, person);
    Reply stored = Http.expect(201, store);
    assertThat(Http.expect(201, store).text("/storeId")).isEqualTo(stored.text("/storeId"));
    Call changed =
        Document.xhtml("1506.7009", "FAMILIES", person)
            .intoOwn(NORTH, person)
            .key(store.headers().get("Idempotency-Key"));
    Refusal.of(changed, 422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(Http.expect(200, Rights.search(person)).list("/items")).hasSize(1);
    assertThat(Records.documents(Http.expect(200, Records.ownRegister(NORTH, person)))).hasSize(1);
  }

  @Test
  void nobodyLearnsWhatOthersHave() {
    Person known = Person.next();
    Person unknown = Person.next();
    Reply right = Http.expect(201, Rights.grant(known, "FAMILIES"));
    String id = right.text("/id");
    Refusal.of(Call.get(SOUTH, "/v1/usage-rights/" + id), 404, "NOT_FOUND");
    Http.expect(200, Call.get(PRODUCER, "/v1/usage-rights/" + id));
    for (Person person : new Person[] {known, unknown}) {
      Reply found =
          Http.expect(
              200,
              Call.post(SOUTH, "/v1/usage-rights/searches", Map.of("client", person.client())));
      assertThat(found.body()).isEqualTo("{\"items\":[],\"next\":null}");
      Refusal.of(Records.disclosure(SOUTH, person), 403, "NOT_INFORMED");
    }
    Http.expect(201, Declarations.inform(known));
    Reply prohibition = Http.expect(201, Declarations.prohibitTask(known, "FAMILIES"));
    Refusal.of(
        Call.of("POST", "/v1/my/prohibitions/" + prohibition.text("/id") + "/cancellation")
            .as(unknown)
            .ifMatch("\"1\""),
        404,
        "NOT_FOUND");
    assertThat(Http.expect(200, Declarations.prohibitions(known)).text("/items/0/state"))
        .isEqualTo("SET");
    String entry =
        await()
            .until(() -> MyLog.of(known).entries(), entries -> !entries.isEmpty())
            .getFirst()
            .path("id")
            .asString();
    Refusal.of(Call.get(unknown, "/v1/my/log/" + entry), 404, "NOT_FOUND");
  }
}
