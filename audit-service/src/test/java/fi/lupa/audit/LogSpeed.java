package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.Channel;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Not run with the tests: {@code ./mvnw -pl audit-service test -Dtest=LogSpeed}. Reads the log of
 * somebody with ten entries and of somebody with 100,000, in a log of 300,000 others, one request
 * at a time.
 */
class LogSpeed extends SharedIT {
  private static final Instant END = Instant.parse("2026-11-22T12:00:00Z");
  private static final int MANY = 100_000;
  private static final int OTHERS = 30;
  private static final int ROUNDS = 400;

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aLongLogIsReadLikeAShortOne() throws Exception {
    Person few = AuditService.person();
    Person many = AuditService.person();
    FilledLog.add(database, Events.read(few.ref(), 1), 9, END);
    FilledLog.add(database, Events.informing(few.ref(), Channel.CITIZEN), 1, END.minusSeconds(100));
    FilledLog.add(database, Events.read(many.ref(), 1), MANY, END);
    for (int i = 0; i < OTHERS; i++) {
      FilledLog.add(database, Events.read(AuditService.person().ref(), 1), 10_000, END);
    }
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      sql.execute("vacuum analyze log_entry");
      sql.execute("vacuum analyze event");
    }
    for (String path :
        new String[] {
          "/v1/my/log?limit=20",
          "/v1/my/log?limit=20&kind=ACCESS",
          "/v1/my/log?limit=20&kind=DECLARATION",
          "/v1/my/log?limit=20&organisation=" + UUID.randomUUID(),
          "/v1/my/log?limit=20&from=2026-11-21&to=2026-11-21&basis=REGISTER_USAGE_RIGHT",
          "/v1/my/log/organisations",
          "/v1/my/log/organisations?kind=ACCESS",
          "/v1/my/log/organisations?from=2026-11-20"
        }) {
      measure(path, few);
      measure(path, many);
      double[] ten = measure(path, few);
      double[] hundred = measure(path, many);
      System.out.printf(
          "SPEED %-95s 10 entries p50 %.1f p95 %.1f ms; %d entries p50 %.1f p95 %.1f ms%n",
          path, ten[0], ten[1], MANY, hundred[0], hundred[1]);
    }
    for (String format : new String[] {"json", "csv", "fhir"}) {
      export(format, many);
    }
  }

  private void export(String format, Person person) throws Exception {
    Runtime memory = Runtime.getRuntime();
    long start = System.nanoTime();
    long bytes = 0;
    long most = 0;
    try (InputStream in =
        client
            .send(
                request("/v1/my/log/export?format=" + format, person), BodyHandlers.ofInputStream())
            .body()) {
      byte[] buffer = new byte[65_536];
      long next = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (bytes > next) {
          System.gc();
          most = Math.max(most, memory.totalMemory() - memory.freeMemory());
          next = bytes + 20_000_000;
        }
      }
    }
    System.out.printf(
        "SPEED export %s of %d entries: %d MB in %.1f s, at most %d MB of heap in use after a collection%n",
        format, MANY, bytes / 1_000_000, (System.nanoTime() - start) / 1e9, most / 1_000_000);
    assertThat(bytes).isGreaterThan(MANY * 100L);
  }

  private double[] measure(String path, Person person) throws Exception {
    double[] took = new double[ROUNDS];
    HttpRequest request = request(path, person);
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      took[i] = (System.nanoTime() - start) / 1e6;
      assertThat(response.statusCode()).isEqualTo(200);
    }
    Arrays.sort(took);
    return new double[] {took[ROUNDS / 2], took[ROUNDS * 95 / 100]};
  }

  private HttpRequest request(String path, Person person) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + person.token())
        .build();
  }
}
