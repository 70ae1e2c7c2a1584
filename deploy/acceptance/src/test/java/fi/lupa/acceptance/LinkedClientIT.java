package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Client;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.TemporaryClient;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A client who begins with a temporary identifier and later gets an identity code (issue 4). */
@Order(13)
class LinkedClientIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Person person = Person.next();
  private final TemporaryClient temporary = TemporaryClient.next();
  private final Document before = Document.xhtml("1506.15003", "OLDER_PEOPLE", person);
  private final Document producers = Document.xhtml("1506.15003", "OLDER_PEOPLE", person);
  private final Document after = Document.xhtml("1506.15003", "OLDER_PEOPLE", person);

  @BeforeAll
  static void world() {
    World.prepare();
  }

  @Test
  void nothingIsLostWhenAClientGetsAnIdentityCode() {
    Http.expect(201, Declarations.inform(temporary));
    Http.expect(201, before.intoOwn(NORTH, temporary));
    Reply right = Http.expect(201, Rights.grant(temporary, "OLDER_PEOPLE"));
    Http.expect(201, producers.underRight(temporary));
    assertThat(found(person)).isEmpty();
    assertThat(MyLog.of(person).of("DOCUMENT_STORED")).isEmpty();

    Reply link = Http.expect(201, temporary.link(person));
    assertThat(link.holds("/effective")).isTrue();
    assertThat(link.body()).doesNotContain(person.identityCode(), temporary.temporaryId());

    assertThat(found(person)).isEqualTo(Set.of(before.oid(), producers.oid()));
    Reply underRight = Http.expect(200, Records.underRight(person));
    assertThat(Records.contents(underRight)).containsEntry(before.oid(), before.content());
    assertThat(Http.expect(200, Rights.search(person)).list("/items"))
        .extracting(found -> found.path("id").asString())
        .containsExactly(right.text("/id"));
    Http.refuse(409, "RIGHT_OVERLAPS", Rights.grant(person, "OLDER_PEOPLE"));

    Http.expect(201, after.intoOwn(NORTH, person));
    assertThat(found(person)).isEqualTo(Set.of(before.oid(), producers.oid(), after.oid()));
    assertThat(found(temporary)).isEqualTo(Set.of(before.oid(), producers.oid()));

    await()
        .atMost(SOON)
        .until(() -> Http.send(Declarations.permitSocialCare(person)).status() == 201);
    assertThat(Records.documents(Http.expect(200, Records.disclosure(SOUTH, person))))
        .isEqualTo(Set.of(before.oid(), producers.oid(), after.oid()));
    Http.expect(201, Declarations.prohibitDocument(person, before));
    assertThat(Records.documents(Http.expect(200, Records.disclosure(SOUTH, person))))
        .isEqualTo(Set.of(producers.oid(), after.oid()));
    theCitizensLogTellsAllOfIt();
  }

  /** From before the link, the link itself, and from after it. */
  private void theCitizensLogTellsAllOfIt() {
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          MyLog log = MyLog.of(person);
          assertThat(log.of("DOCUMENT_STORED")).hasSize(3);
          assertThat(log.of("RIGHT")).hasSize(1);
          assertThat(log.of("CLIENT_LINKED")).hasSize(1);
          assertThat(log.of("DECLARATION")).hasSize(3);
        });
    List<String> kinds =
        MyLog.of(person, 2).entries().stream()
            .map(entry -> entry.path("kind").asString())
            .filter(kind -> !kind.equals("ACCESS"))
            .toList();
    assertThat(kinds)
        .containsExactly(
            "DECLARATION",
            "DECLARATION",
            "DOCUMENT_STORED",
            "CLIENT_LINKED",
            "DOCUMENT_STORED",
            "RIGHT",
            "DOCUMENT_STORED",
            "DECLARATION");
    assertThat(MyLog.of(person).of("CLIENT_LINKED").getFirst().path("sentence").asString())
        .startsWith("Pohjoisrannan hyvinvointialue linked your temporary identifier");
  }

  @Test
  void aMistakeIsCorrectedAndTheRightPersonFindsAll() {
    Http.expect(201, before.intoOwn(NORTH, temporary));
    Person wrong = Person.next();
    Reply link = Http.expect(201, temporary.link(wrong));
    assertThat(found(wrong)).hasSize(1);
    Reply refused = Http.refuse(409, "TEMPORARY_ID_LINKED", temporary.link(person));
    assertThat(refused.body()).doesNotContain(wrong.identityCode(), link.text("/id"));

    Http.expect(
        200,
        Call.of("POST", "/v1/client-links/" + link.text("/id") + "/cancellation")
            .as(NORTH)
            .ifMatch(link.header("ETag")));
    assertThat(found(wrong)).isEmpty();
    Http.expect(201, temporary.link(person));
    assertThat(found(person)).isEqualTo(Set.of(before.oid()));
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(MyLog.of(wrong).of("CLIENT_LINKED")).hasSize(2);
          assertThat(MyLog.of(wrong).of("DOCUMENT_STORED")).isEmpty();
          assertThat(MyLog.of(person).of("DOCUMENT_STORED")).hasSize(1);
        });
  }

  @Test
  void nobodyElseLinksAnIdentifierThatTheCountyGave() {
    Call others = temporary.link(person).as(SOUTH);
    Http.refuse(403, "TEMPORARY_ID_NOT_YOURS", others);
  }

  private static Set<String> found(Client client) {
    return Records.documents(Http.expect(200, Records.ownRegister(NORTH, client)));
  }
}
