package fi.lupa.local.postgres;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import fi.lupa.local.process.Tool;
import fi.lupa.local.process.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The server's data folder.
 *
 * @param data the folder
 * @param programs PostgreSQL's programs
 * @param user under which user they run
 * @param log where the making of a new one is written
 */
record Cluster(Path data, Path programs, ServerUser user, Path log) {

  /** How long the last server's own children may take to notice that it was killed. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Makes the folder with the role and the four databases; a start that is cut leaves no half. */
  void createIfAbsent() {
    if (Files.exists(data)) {
      user.give(data);
      return;
    }
    Path draft = data.resolveSibling("postgres.draft");
    Home.delete(draft);
    Home.delete(log);
    try {
      Files.createDirectories(draft);
      user.give(draft);
      withInput(
          "postgres\n", password -> run(initdb(programs, draft, password), new File("/dev/null")));
      withInput(NewDatabases.SQL, sql -> run(NewDatabases.command(programs, draft), sql));
      Files.move(draft, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * After a kill the server's children live on for a moment, and a new server refuses to start
   * beside them. When none is left, the old server's lock file means nothing any more.
   */
  void awaitEndOfLastServer() {
    if (!Waiting.until(PATIENCE, () -> !hasProcesses())) {
      throw new Failure(
          ExitCode.ALREADY_RUNNING, "Another PostgreSQL still works in " + data + ".");
    }
    Home.delete(data.resolve("postmaster.pid"));
  }

  /** Each process of a server has the data folder as its working folder. */
  private boolean hasProcesses() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.anyMatch(process -> worksIn(process.pid()));
    }
  }

  private boolean worksIn(long pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
          .equals(data.toRealPath());
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }

  private static List<String> initdb(Path programs, Path folder, File password) {
    return List.of(
        programs.resolve("bin/initdb").toString(),
        "--pgdata=" + folder,
        "--username=postgres",
        "--auth=scram-sha-256",
        "--pwfile=" + password,
        "--encoding=UTF8",
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
  }

  /** Hands a text to a program in a file that is gone afterwards. */
  private void withInput(String text, Consumer<File> use) throws IOException {
    Path file = data.resolveSibling("postgres.input");
    Files.writeString(file, text);
    try {
      use.accept(file.toFile());
    } finally {
      Files.delete(file);
    }
  }

  private void run(List<String> command, File input) {
    if (!Tool.run(user.command(command), input, log.toFile())) {
      throw new Failure(
          ExitCode.DIED_AT_START, "PostgreSQL can't make its data folder, see its log: " + log);
    }
  }
}
