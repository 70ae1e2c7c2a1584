package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Caller;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The disclosure-service stopped: changes are kept, and said not to be in force yet. */
@Order(60)
@Isolated("it stops what the others use")
class DisclosureAwayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Lupa lupa = Lupa.shared();

  @AfterEach
  void serviceIsBack() {
    lupa.ensure(Part.DISCLOSURE);
  }

  @Test
  void changesComeIntoForceByThemselvesWhenTheServiceIsBack() {
    World.prepare();
    Person person = Person.next();
    Document document = Document.xhtml("1506.15003", "FAMILY_LAW", person);
    Http.expect(201, document.intoOwn(NORTH, person));
    Http.expect(201, Declarations.inform(person));
    Http.expect(201, Declarations.permitSocialCare(person));
    assertThat(Records.documents(Http.expect(200, Records.disclosure(SOUTH, person)))).hasSize(1);

    lupa.stop(Part.DISCLOSURE);
    Reply away = Http.refuse(503, "BACKEND_UNAVAILABLE", Records.disclosure(SOUTH, person));
    assertThat(away.header("Retry-After")).matches("[1-9][0-9]*");
    Reply right = notYet(Rights.grant(person, "FAMILY_LAW"));
    Reply prohibition = notYet(Declarations.prohibitTask(person, "FAMILY_LAW"));
    assertThat(effect(NORTH, right)).isFalse();
    assertThat(effect(person, prohibition)).isFalse();

    lupa.start(Part.DISCLOSURE);
    await().atMost(PATIENCE).until(() -> effect(NORTH, right));
    await().atMost(PATIENCE).until(() -> effect(person, prohibition));
    Reply underRight =
        await()
            .atMost(PATIENCE)
            .until(() -> Http.send(Records.underRight(person)), r -> r.status() == 200);
    assertThat(Records.documents(underRight)).containsExactly(document.oid());
    Reply disclosed = Http.expect(200, Records.disclosure(SOUTH, person));
    assertThat(Records.documents(disclosed)).isEmpty();
    assertThat(disclosed.holds("/someDataNotAvailable")).isTrue();
  }

  private static Reply notYet(Call change) {
    Reply reply = Http.expect(202, change);
    assertThat(reply.json().path("effective").isBoolean()).isTrue();
    assertThat(reply.holds("/effective")).isFalse();
    assertThat(reply.text("/effectUrl")).contains("/effect?version=1");
    return reply;
  }

  private static boolean effect(Caller caller, Reply change) {
    Reply reply = Http.expect(200, Call.get(caller, change.text("/effectUrl")));
    return reply.holds("/effective");
  }
}
