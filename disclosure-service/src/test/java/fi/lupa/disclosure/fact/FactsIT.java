package fi.lupa.disclosure.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Facts come by HTTP, by Kafka, twice, late and at once, and end in the same state. */
class FactsIT extends DisclosureIT {
  private static final Topic AUTHORIZATION = Topic.of(Topics.AUTHORIZATION);
  private static final Topic CONSENT = Topic.of(Topics.CONSENT);

  @Autowired private MeterRegistry meters;

  private final Client client = Client.person();

  static Stream<Given.Fact> everyKind() {
    Client someone = Client.person();
    return Stream.of(
        Given.organisation(Oids.organisation(), "SOCIAL", "PUBLIC"),
        Given.right(someone.ref(), NORTH, PRODUCER),
        Given.link(someone.ref(), Client.temporary().ref()),
        Given.informed(someone.ref()),
        Given.permit(someone.ref(), "SOCIAL_CARE"),
        Given.prohibition(someone.ref(), "CONTROLLER", "controller", NORTH),
        Given.representation(someone.ref(), Client.person().ref(), "GUARDIAN_OF_MINOR"));
  }

  private static boolean applied(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("applied").asBoolean();
  }

  private long version(Given.Fact fact) {
    return calls.version(fact.kind(), fact.id()).body().path("version").asLong();
  }

  private static void untilApplied(Runnable assertion) {
    await().untilAsserted(assertion::run);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void pushingIsIdempotentAndMonotonic(Given.Fact fact) {
    assertThat(calls.version(fact.kind(), fact.id()).status()).isEqualTo(404);
    assertThat(applied(calls.pushed(fact.version(2).envelope()))).isTrue();
    assertThat(applied(calls.pushed(fact.version(2).envelope()))).isFalse();
    assertThat(applied(calls.pushed(fact.version(1).envelope()))).isFalse();
    assertThat(version(fact)).isEqualTo(2);
    assertThat(applied(calls.pushed(fact.version(7).envelope()))).isTrue();
    assertThat(version(fact)).isEqualTo(7);
    for (String kind : List.of("organisation", "usage-right", "informing", "permit", "other")) {
      if (!kind.equals(fact.kind())) {
        assertThat(calls.version(kind, fact.id()).status()).isEqualTo(404);
      }
    }
  }

  @Test
  void manyPushedTogetherAreInForceTogether() {
    List<Given.Fact> facts =
        Stream.concat(everyKind(), Stream.of(Given.right(client.ref(), NORTH, PRODUCER))).toList();
    assertThat(calls.pushedTogether(facts).body().path("applied").asLong()).isEqualTo(8);
    assertThat(facts).allSatisfy(fact -> assertThat(version(fact)).isEqualTo(fact.version()));
    assertThat(calls.pushedTogether(facts).body().path("applied").asLong()).isZero();

    Given.Fact newer = facts.getLast().version(9);
    Given.Fact newest = newer.version(10);
    calls.pushedTogether(List.of(newest, newer));
    assertThat(version(newest)).isEqualTo(10);
  }

  @Test
  void whenOneOfManyIsNoFactNoneIsApplied() {
    Given.Fact good = Given.right(client.ref(), NORTH, PRODUCER);
    Given.Fact bad = Given.right(client.ref(), NORTH, PRODUCER).with("version", "one");
    Answer answer = calls.pushedTogether(List.of(good, bad));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/violations/0/pointer").asString()).isEqualTo("/items/1/data");
    assertThat(calls.version(good.kind(), good.id()).status()).isEqualTo(404);
  }

  @Test
  void anOlderVersionDoesNotBringBackWhatWasWithdrawn() {
    Given.Fact permit = Given.permit(client.ref(), "SOCIAL_CARE");
    calls.given(Given.informed(client.ref()), permit.version(2).with("state", "WITHDRAWN"), permit);
    assertThat(calls.query(SOUTH, Calls.disclosure(client, SOUTH)).code())
        .isEqualTo("PERMIT_WITHDRAWN");
  }

  @Test
  void whatIsNoFactIsRefused() {
    Given.Fact fact = Given.informed(client.ref());
    ObjectNode envelope = fact.envelope();
    for (String type :
        List.of("fi.lupa.disclosure.document-stored.v1", "fi.lupa.platform.watermark.v1", "x")) {
      assertThat(calls.pushed(envelope.deepCopy().put("type", type)).pointers())
          .containsExactly("/type");
    }
    for (Given.Fact wrong :
        List.of(
            fact.with("more", 1),
            fact.with("version", 0),
            fact.with("version", null),
            fact.with("id", null),
            fact.with("client", client.text()),
            fact.with("textVersion", "a\u0000b"),
            Given.prohibition(client.ref(), "CONTROLLER", "serviceTask", "DISABILITY"))) {
      Answer answer = calls.pushed(wrong.envelope());
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.pointers()).containsExactly("/data");
      assertThat(answer.body().toString()).doesNotContain(client.text());
    }
    assertThat(calls.version("informing", fact.id()).status()).isEqualTo(404);
  }

  @Test
  void kafkaBringsFactsOfEveryKind() {
    List<Given.Fact> facts = everyKind().toList();
    facts.forEach(fact ->
        (List.of("organisation", "usage-right", "client-link").contains(fact.kind())
                ? AUTHORIZATION
                : CONSENT)
            .send(fact));
    facts.forEach(fact -> untilApplied(() -> assertThat(version(fact)).isEqualTo(1)));
  }

  @Test
  void anyOrderByAnyWayEndsInTheSameState() {
    Random random = new Random(1);
    List<Given.Fact> newest = new ArrayList<>();
    List<Given.Fact> deliveries = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Given.Fact permit = Given.permit(Client.person().ref(), "SOCIAL_CARE");
      for (int version = 1; version <= 4; version++) {
        String state = version % 2 == 0 ? "WITHDRAWN" : "GIVEN";
        Given.Fact fact = permit.version(version).with("state", state);
        deliveries.addAll(Collections.nCopies(1 + random.nextInt(2), fact));
        if (version == 4) {
          newest.add(fact);
        }
      }
    }
    Collections.shuffle(deliveries, random);

    List<CompletableFuture<Void>> running =
        deliveries.stream().map(fact -> deliver(fact, random.nextBoolean())).toList();
    running.forEach(CompletableFuture::join);

    newest.forEach(fact ->
        untilApplied(
            () -> assertThat(stored(fact)).isEqualTo(Given.JSON.readTree(fact.data().toString()))));
  }

  private CompletableFuture<Void> deliver(Given.Fact fact, boolean byKafka) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            if (byKafka) {
              CONSENT.send(fact);
            } else {
              calls.given(fact);
            }
            done.complete(null);
          } catch (RuntimeException | AssertionError e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  private static Object stored(Given.Fact fact) {
    List<String> rows = sql().column("select data from client_fact where id = '" + fact.id() + "'");
    return rows.isEmpty() ? "nothing" : Given.JSON.readTree(rows.getFirst());
  }

  @Test
  void anUnreadableRecordIsCountedAndTheOthersAreApplied() {
    double before = unreadable();
    Given.Fact first = Given.informed(client.ref());
    Given.Fact last = Given.permit(client.ref(), "SOCIAL_CARE");
    String key = first.id();
    String type = first.type().ceType();
    CONSENT.send(key, type, first.data().toString());
    CONSENT.send(key, type, "{");
    CONSENT.send(key, type, "{}");
    CONSENT.send(key, type, first.with("textVersion", "a\u0000b").version(9).data().toString());
    CONSENT.send(key, type, null);
    CONSENT.send(key, "another.v1", "{}");
    CONSENT.send(key, null, "{}");
    CONSENT.send(key, "fi.lupa.platform.watermark.v1", "{}");
    CONSENT.send(key, last.type().ceType(), last.data().toString());

    untilApplied(() -> assertThat(version(last)).isEqualTo(1));
    assertThat(version(first)).isEqualTo(1);
    assertThat(unreadable() - before).isEqualTo(6);
  }

  private double unreadable() {
    return meters.counter("lupa.facts.unreadable").count();
  }

  @Test
  void aBatchThatMeetsNoDatabaseIsAppliedLater() {
    Given.Fact fact = Given.informed(client.ref());
    wire().refuse();
    CONSENT.send(fact);
    assertThat(calls.version(fact.kind(), fact.id()).status()).isEqualTo(503);
    wire().resume();
    untilApplied(() -> assertThat(version(fact)).isEqualTo(1));
    assertThat(sql().count("select count(*) from fact_position where topic = 'consent.events'"))
        .isPositive();
  }

  @Test
  void thePositionStandsWhereTheFactsDo() {
    Given.Fact fact = Given.informed(client.ref());
    CONSENT.send(fact);
    untilApplied(() -> assertThat(version(fact)).isEqualTo(1));
    long told = CONSENT.all().size();
    untilApplied(() ->
        assertThat(
                sql()
                    .count(
                        "select sum(next_offset) from fact_position where topic = 'consent.events'"))
            .isEqualTo(told));
  }
}
