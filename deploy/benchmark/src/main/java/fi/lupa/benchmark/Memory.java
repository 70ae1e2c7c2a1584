package fi.lupa.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of the authorization-service: the process's from the operating system, the heap from
 * the service's own metrics.
 *
 * @param port the gateway's
 * @param home where {@code ./lupa up} keeps its process files
 */
record Memory(int port, Path home) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final double MIB = 1024 * 1024;

  /** In MiB. */
  record Sample(double resident, double heap) {
    Sample max(Sample other) {
      return new Sample(Math.max(resident, other.resident), Math.max(heap, other.heap));
    }

    Sample min(Sample other) {
      return new Sample(Math.min(resident, other.resident), Math.min(heap, other.heap));
    }
  }

  Sample sample() throws IOException, InterruptedException {
    return new Sample(resident(), heap());
  }

  private double resident() throws IOException {
    String pid =
        Files.readString(home.resolve("run/authorization-service.pid")).trim().split(" ")[0];
    return Files.readAllLines(Path.of("/proc", pid, "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private double heap() throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:" + (port + 1) + "/actuator/prometheus");
    return HTTP.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
            .body()
            .lines()
            .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("\"heap\""))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum()
        / MIB;
  }
}
