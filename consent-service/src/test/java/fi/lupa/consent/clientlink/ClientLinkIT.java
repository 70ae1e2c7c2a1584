package fi.lupa.consent.clientlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.consent.Answer;
import fi.lupa.consent.AuthorizationTopic;
import fi.lupa.consent.Bodies;
import fi.lupa.consent.ServiceUnderTest;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.ClientLinked.State;
import fi.lupa.contracts.event.EventType;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A client who was informed under a temporary identifier and later got an identity code. */
class ClientLinkIT extends ServiceUnderTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String MINE = "/v1/my/informing";
  private static AuthorizationTopic authorization;

  @Autowired private ClientRefs refs;
  @Autowired private MeterRegistry meters;

  private final String person = person();
  private final Oid temporaryId =
      new Oid(NORTH.replace(".10.0", ".22.2026.7" + COUNT.incrementAndGet()));

  @BeforeAll
  static void kafka() throws ExecutionException, InterruptedException {
    authorization = new AuthorizationTopic();
  }

  @AfterAll
  static void close() {
    authorization.close();
  }

  @Test
  void theInformingFromBeforeCountsForTheIdentityCode() {
    Answer before = inform();
    citizen(person).get(MINE).is(404, "NOT_FOUND");
    permit().is(409, "NOT_INFORMED");

    tell(link(person, 1, State.LINKED));

    assertThat(mine().id()).isEqualTo(before.id());
    permit().inForce(201, 1);
    assertThat(citizen(person).get(MINE + "/effect?version=1").is(200).id()).isEqualTo(before.id());
  }

  @Test
  void aNewerInformingUnderTheIdentityCodeIsTheNewest() {
    Answer before = inform();
    tell(link(person, 1, State.LINKED));
    mine();
    Answer after = citizen(person).create(MINE, "{\"textVersion\":\"2026-1\",\"language\":\"sv\"}");
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(citizen(person).get(MINE).id()).isEqualTo(after.id());
  }

  @Test
  void theTemporaryIdentifierStillPermitsAndProhibitsNothing() {
    inform();
    tell(link(person, 1, State.LINKED));
    mine();
    provider()
        .create(
            "/v1/permits",
            Bodies.permit(Bodies.temporaryId(temporaryId.value()), "SOCIAL_CARE", "GIVEN", null))
        .is(409, "TEMPORARY_ID_NO_PERMIT");
  }

  @Test
  void aCancelledLinkAndWhatComesLateChangeNothingBack() {
    inform();
    String right = person();
    tell(link(right, 3, State.LINKED));
    await().atMost(Duration.ofSeconds(30)).until(() -> citizen(right).get(MINE).status() == 200);
    tell(link(person, 2, State.CANCELLED));
    tell(link(person, 1, State.LINKED));
    Oid marker = new Oid(temporaryId.value() + ".1");
    ClientLinked last = link(person, marker, 1, State.LINKED);
    tell(last);
    awaitLink(last.former());
    citizen(person).get(MINE).is(404, "NOT_FOUND");
    assertThat(citizen(right).get(MINE).status()).isEqualTo(200);
    tell(link(right, 4, State.CANCELLED));
    await().atMost(Duration.ofSeconds(30)).until(() -> citizen(right).get(MINE).status() == 404);
  }

  @Test
  void whatCannotBeReadIsCountedAndTheOthersAreFollowed() {
    double before = meters.counter("lupa.links.unreadable").count();
    inform();
    ClientLinked link = link(person, 1, State.LINKED);
    authorization.send(link.id().toString(), "{", EventType.CLIENT_LINKED.ceType());
    authorization.send(link.id().toString(), "{}", EventType.CLIENT_LINKED.ceType());
    authorization.send(link.id().toString(), "{", EventType.USAGE_RIGHT_CHANGED.ceType());
    tell(link);
    mine();
    assertThat(meters.counter("lupa.links.unreadable").count() - before).isEqualTo(2);
  }

  private Answer inform() {
    return provider()
        .create("/v1/informings", Bodies.informing(Bodies.temporaryId(temporaryId.value()), ""))
        .inForce(201, 1);
  }

  private Answer permit() {
    return provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN"));
  }

  /** The citizen's informing, once the link has come. */
  private Answer mine() {
    await().atMost(Duration.ofSeconds(30)).until(() -> citizen(person).get(MINE).status() == 200);
    return citizen(person).get(MINE);
  }

  private void awaitLink(ClientRef former) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            rows("select version from client_link where former_ref = '" + former + "'")
                .equals(List.of(List.of("1"))));
  }

  private ClientLinked link(String identityCode, long version, State state) {
    return link(identityCode, temporaryId, version, state);
  }

  private ClientLinked link(String identityCode, Oid former, long version, State state) {
    Instant at = Instant.parse("2026-11-22T08:12:30Z");
    return new ClientLinked(
        UUID.nameUUIDFromBytes(temporaryId.value().getBytes(StandardCharsets.UTF_8)),
        version,
        state,
        new Oid(NORTH),
        refs.of(new IdentityCode(identityCode)),
        refs.of(new TemporaryId(former)),
        at,
        state == State.CANCELLED ? at : null);
  }

  private static void tell(ClientLinked link) {
    authorization.tell(link.id().toString(), EventType.CLIENT_LINKED, link);
  }
}
