package fi.lupa.local.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The server's command line: its settings stand here, not in the data folder. */
final class ServerCommand {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "localhost",
          // a socket's path has a short limit that a deep LUPA_HOME would break
          "unix_socket_directories", "",
          "fsync", "on",
          "max_connections", "300",
          "shared_buffers", "128MB",
          "log_timezone", "UTC",
          "timezone", "UTC",
          "log_line_prefix", "%m [%p] %d ",
          // an error's detail quotes the row, and rows hold people's data
          "log_error_verbosity", "terse",
          "log_min_error_statement", "panic");

  private ServerCommand() {}

  static List<String> of(Path programs, Path data, int port) {
    var command =
        new ArrayList<>(
            List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port)));
    new TreeMap<>(SETTINGS)
        .forEach((name, value) -> {
          command.add("-c");
          command.add(name + "=" + value);
        });
    return command;
  }
}
