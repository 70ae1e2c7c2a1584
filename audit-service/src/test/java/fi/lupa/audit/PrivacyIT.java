package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is known of a person stays in the database and in that person's own answers. */
class PrivacyIT extends SharedIT {
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger own = (Logger) LoggerFactory.getLogger("fi.lupa");

  @BeforeEach
  void listen() {
    logged.start();
    root.addAppender(logged);
    root.setLevel(Level.INFO);
    own.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(logged);
    root.setLevel(Level.WARN);
    own.setLevel(Level.INFO);
  }

  @Test
  void nothingPersonalIsLogged() {
    Person person = AuditService.person();
    byte[] poison =
        ("{\"client\":\"" + person.identityCode() + "\"}").getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = Map.of("ce_type", EventType.RECORDS_QUERIED.ceType());
    topics.raw(Topics.DISCLOSURE, 1, person.identityCode(), headers, poison);
    UUID id = topics.send(Events.read(person.ref(), 1), TIME);
    await().until(() -> service.ids(service.log(person)).contains(id));
    service.get(person.token(), "fi", "/v1/my/log/{id}", id).expectStatus().isOk();
    service.get(person.token() + "x", "fi", "/v1/my/log").expectStatus().isUnauthorized();
    service.get(person.token(), "fi", "/v1/my/log?cursor=" + person.identityCode());
    await().until(() -> lines().stream().anyMatch(line -> line.contains("dead letter")));

    assertThat(lines())
        .isNotEmpty()
        .noneMatch(line ->
            line.contains(person.identityCode())
                || line.contains(person.ref().toString())
                || line.contains(person.token()));
  }

  @Test
  void eachReadsOnlyOnesOwnHoweverManyThereAre() {
    List<Person> persons =
        List.of(AuditService.person(), AuditService.person(), AuditService.person());
    Map<Person, List<UUID>> sent = new java.util.HashMap<>();
    for (int i = 0; i < 60; i++) {
      Person person = persons.get(i % 3);
      sent.computeIfAbsent(person, any -> new java.util.ArrayList<>())
          .addFirst(topics.send(Events.read(person.ref(), 1), TIME.plusMillis(i)));
    }
    for (Person person : persons) {
      await()
          .untilAsserted(
              () -> assertThat(service.ids(service.log(person))).isEqualTo(sent.get(person)));
    }
  }

  private List<String> lines() {
    return List.copyOf(logged.list).stream()
        .map(event ->
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                    ? ""
                    : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .toList();
  }
}
