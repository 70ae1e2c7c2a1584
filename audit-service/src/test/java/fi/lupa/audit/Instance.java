package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.testkit.Backends;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TestIssuer;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The audit-service in a process of its own. */
final class Instance {
  private static final Pattern STORED =
      Pattern.compile("lupa_audit_events_total\\{.*result=\"stored\".*} ([0-9.]+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final String address;

  private Instance(Process process, int port) {
    this.process = process;
    this.address = "http://localhost:" + port;
  }

  static Instance start(Backends.Database database, String group) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            AuditApplication.class.getName(),
            "--spring.kafka.consumer.group-id=" + group);
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("SERVER_PORT", String.valueOf(port)),
                Map.entry("LUPA_DB_HOST", database.host()),
                Map.entry("LUPA_DB_PORT", String.valueOf(database.port())),
                Map.entry("LUPA_DB_NAME", database.name()),
                Map.entry("LUPA_DB_USER", database.user()),
                Map.entry("LUPA_DB_PASSWORD", database.password()),
                Map.entry("LUPA_KAFKA", Backends.kafka()),
                Map.entry("LUPA_ISSUER", TestIssuer.shared().url()),
                Map.entry("LUPA_AUDIENCE", TestIssuer.AUDIENCE),
                Map.entry("LUPA_CLIENT_REF_KEY", ServiceProperties.CLIENT_REF_KEY),
                Map.entry("LUPA_LOG_KEY", ServiceProperties.LOG_KEY)));
    builder.redirectErrorStream(true).redirectOutput(new File("target/instance-" + port + ".log"));
    return new Instance(builder.start(), port);
  }

  void awaitReady() {
    await()
        .atMost(Duration.ofSeconds(120))
        .failFast("the process has ended, see its log in target", () -> !process.isAlive())
        .ignoreExceptions()
        .until(() -> get("/actuator/health/readiness").statusCode() == 200);
  }

  /** How many events it has put into the log. */
  long stored() throws IOException, InterruptedException {
    Matcher stored = STORED.matcher(get("/actuator/prometheus").body());
    return stored.find() ? (long) Double.parseDouble(stored.group(1)) : 0;
  }

  /** Gives the rebuild's id. */
  String beginRebuild() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(address + "/v1/log/rebuilds"))
                .header("Content-Type", "application/json")
                .header(
                    "Authorization",
                    "Bearer "
                        + TestIssuer.shared().token("1.2.246.10.90000011.10.0", "log.operate"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(202);
    return JsonMapper.shared().readTree(answer.body()).get("id").asString();
  }

  /** At once, as kill -9 does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
