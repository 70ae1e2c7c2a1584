package fi.lupa.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Ends and starts single parts of the running Lupa, by {@code ./lupa stop} and {@code start}. */
record LocalParts(Path root, Path home, int port) {
  void start(String part) throws IOException, InterruptedException {
    lupa("start", part);
  }

  void stop(String part) throws IOException, InterruptedException {
    lupa("stop", part);
  }

  /** Like a power cut. */
  void kill(String part) throws IOException, InterruptedException {
    lupa("stop", part, "--kill");
  }

  private void lupa(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(root.resolve("lupa").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    command.command().addAll(List.of(arguments));
    command.environment().putAll(Map.of("LUPA_HOME", home.toString(), "LUPA_PORT", "" + port));
    int exit = command.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "./lupa " + String.join(" ", arguments) + " ended with " + exit);
    }
  }
}
