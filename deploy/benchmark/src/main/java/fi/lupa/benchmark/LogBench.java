package fi.lupa.benchmark;

import fi.lupa.benchmark.LogFill.Size;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the first page of a citizen's log through the gateway while the log of all grows: of
 * clients with ten entries, and of one with a hundred thousand.
 */
final class LogBench {
  private static final int CLIENTS = 20;
  private static final int READS = 1_000;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Settings settings;
  private final Api api;
  private final AccessEvents events;
  private int person = ThreadLocalRandom.current().nextInt(1, 19_000_000);

  LogBench(Settings settings, Api api, AccessEvents events) {
    this.settings = settings;
    this.api = api;
    this.events = events;
  }

  private record Client(String token, UUID ref) {}

  private record Seen(Size size, long longest, Histogram shortLogs, Histogram longLog) {}

  void run() throws IOException, InterruptedException, SQLException {
    new Scene(api).organisations();
    List<Seen> seen = new ArrayList<>();
    try (LogFill log = new LogFill(settings, events);
        Archive archive = Archive.open(settings, List.of())) {
      for (int entries : settings.entries()) {
        seen.add(measured(log, archive, entries));
      }
    }
    report(seen);
  }

  private Seen measured(LogFill log, Archive archive, int entries)
      throws IOException, InterruptedException, SQLException {
    List<Client> shortLogs = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      shortLogs.add(client(archive));
    }
    Client longLog = client(archive);
    log.fill(entries, shortLogs.stream().map(Client::ref).toList(), longLog.ref());
    System.out.printf(Locale.ROOT, "Measuring at %,d entries ...%n", entries);
    // both in turn, so that neither is measured on a warmer system
    read(shortLogs);
    read(List.of(longLog));
    return new Seen(
        log.size(), log.entries(longLog.ref()), read(shortLogs), read(List.of(longLog)));
  }

  private Client client(Archive archive) throws IOException, InterruptedException, SQLException {
    String code = TestPersons.identityCode(person++);
    JsonNode right =
        json.readTree(
            api.post("/v1/usage-rights", api.token("county-north"), Scene.right(code), Scene.MADE));
    return new Client(api.citizenToken(code), archive.clientOf(right.path("id").asString()));
  }

  private Histogram read(List<Client> clients) throws IOException, InterruptedException {
    Histogram micros = new Histogram(60_000_000, 3);
    for (int i = 0; i < READS; i++) {
      long sent = System.nanoTime();
      api.get("/v1/my/log", clients.get(i % clients.size()).token(), Set.of(200));
      micros.recordValue((System.nanoTime() - sent) / 1000);
    }
    return micros;
  }

  private static void report(List<Seen> seen) {
    System.out.printf(
        Locale.ROOT,
        """

        %d cores, JDK %s, first page (at most 50 entries) through the gateway, %d reads one after the other of %d clients with about %d entries and of one with many, everything on this machine

        | Entries | short log p50 ms | p95 ms | ratio of p95 | its entries | long log p50 ms | p95 ms | ratio of p95 | Bytes per entry | event | its index | place | its index | leaf |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        READS,
        CLIENTS,
        LogFill.SHORT);
    Seen least = seen.getFirst();
    for (Seen one : seen) {
      Size size = one.size();
      System.out.printf(
          Locale.ROOT,
          "| %,d | %.1f | %.1f | %.2f | %,d | %.1f | %.1f | %.2f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |%n",
          size.entries(),
          millis(one.shortLogs(), 50),
          millis(one.shortLogs(), 95),
          millis(one.shortLogs(), 95) / millis(least.shortLogs(), 95),
          one.longest(),
          millis(one.longLog(), 50),
          millis(one.longLog(), 95),
          millis(one.longLog(), 95) / millis(least.longLog(), 95),
          size.each(
              size.events()
                  + size.eventIndexes()
                  + size.places()
                  + size.placeIndexes()
                  + size.leaves()),
          size.each(size.events()),
          size.each(size.eventIndexes()),
          size.each(size.places()),
          size.each(size.placeIndexes()),
          size.each(size.leaves()));
    }
  }

  private static double millis(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
