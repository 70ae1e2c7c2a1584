package fi.lupa.local.postgres;

import java.nio.file.Path;
import java.util.List;

/** The role and the databases of a new server, made before it takes its first connection. */
final class NewDatabases {

  /** One command per line, as the server's single-user mode reads them. */
  static final String SQL =
      """
      create role lupa login password 'lupa'
      create database lupa_authorization owner lupa
      create database lupa_consent owner lupa
      create database lupa_disclosure owner lupa
      create database lupa_audit owner lupa
      """;

  private NewDatabases() {}

  /** The command that reads {@link #SQL} from its input. */
  static List<String> command(Path programs, Path data) {
    return List.of(
        programs.resolve("bin/postgres").toString(),
        "--single",
        "-D",
        data.toString(),
        "-c",
        // the first error ends it, and with it the making of the data folder
        "exit_on_error=on",
        "postgres");
  }
}
