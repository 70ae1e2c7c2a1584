package fi.lupa.verify;

import fi.lupa.verify.file.Address;
import fi.lupa.verify.file.Dump;
import fi.lupa.verify.file.ExportedLog;
import fi.lupa.verify.file.Folder;
import fi.lupa.verify.log.LogFiles;
import fi.lupa.verify.log.LogVerifier;
import fi.lupa.verify.log.Verdict;
import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.NoteKey;
import fi.lupa.verify.tree.Malformed;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./lupa verify}: verifies an exported log, or a whole log by its files. */
public final class Main {
  private static final int INTACT = 0;
  private static final int BROKEN = 1;
  private static final int UNREADABLE = 2;
  private static final String USAGE =
      """
      Usage: lupa verify <what> [--key <key>] [--payloads <dump>] [--earlier <checkpoint>]...

        <what>                  a file exported from one's own log, the address of a log's files, or a folder with them
        --key <key>             the log's public key, or a file that holds it; may come several times
        --payloads <dump>       the operator's dump of payloads: they are read anew and compared with what was committed to
        --earlier <checkpoint>  a checkpoint that somebody has kept: the log must begin with what it was signed for

      Ends with 0 when everything is as it was logged, 1 when something is wrong, 2 when it couldn't be verified.
      """;

  private final List<NoteKey> keys = new ArrayList<>();
  private final List<Path> earlier = new ArrayList<>();
  private @Nullable String what;
  private @Nullable Path payloads;

  private Main() {}

  public static void main(String... arguments) {
    System.exit(run(System.out, System.err, arguments));
  }

  /** Runs the command, and gives its exit code. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      Main main = new Main();
      main.read(arguments);
      String what = main.what;
      if (what == null || main.keys.isEmpty()) {
        err.print(USAGE);
        return UNREADABLE;
      }
      return main.verify(what, out);
    } catch (Malformed | IOException | UncheckedIOException e) {
      err.println("Couldn't verify: " + e.getMessage());
      return UNREADABLE;
    }
  }

  private void read(String... arguments) throws IOException {
    for (int at = 0; at < arguments.length; at++) {
      String argument = arguments[at];
      switch (argument) {
        case "--key" -> keys.add(key(following(arguments, ++at)));
        case "--payloads" -> payloads = Path.of(following(arguments, ++at));
        case "--earlier" -> earlier.add(Path.of(following(arguments, ++at)));
        default -> {
          if (what != null || argument.startsWith("--")) {
            throw new Malformed("there is no argument " + argument);
          }
          what = argument;
        }
      }
    }
  }

  private static String following(String[] arguments, int at) {
    if (at == arguments.length) {
      throw new Malformed("something is missing behind " + arguments[at - 1]);
    }
    return arguments[at];
  }

  private static NoteKey key(String text) throws IOException {
    return NoteKey.parse(text.contains("+") ? text : Files.readString(Path.of(text)).strip());
  }

  private int verify(String what, PrintStream out) throws IOException {
    if (what.startsWith("http://") || what.startsWith("https://")) {
      return log(new Address(what), out);
    }
    Path path = Path.of(what);
    return Files.isDirectory(path) ? log(new Folder(path), out) : export(path, out);
  }

  private int log(LogFiles files, PrintStream out) throws IOException {
    LogVerifier verifier = new LogVerifier(keys.getFirst().name(), keys);
    List<Checkpoint> kept = new ArrayList<>();
    for (Path file : earlier) {
      kept.add(Checkpoint.signed(Files.readAllBytes(file), keys.getFirst().name(), keys));
    }
    if (payloads == null) {
      return tell(verifier.verify(files, kept), null, out);
    }
    try (Dump dump = Dump.open(payloads)) {
      return tell(verifier.verify(files, kept, dump), dump, out);
    }
  }

  private static int tell(Verdict verdict, @Nullable Dump payloads, PrintStream out) {
    return switch (verdict) {
      case Verdict.Intact(Checkpoint checkpoint, Verdict.Cleared(long expired, long erased)) -> {
        // hashes alone don't tell what is cleared
        String read =
            payloads == null
                ? ""
                : " with the payloads of the first %d (cleared: %d by age, %d erased)"
                    .formatted(payloads.size(), expired, erased);
        out.printf(
            "Intact: %d entries%s up to the checkpoint of %s.%n",
            checkpoint.size(), read, checkpoint.origin());
        yield INTACT;
      }
      case Verdict.Broken broken -> {
        out.printf(
            "Broken: %s in %s, entries %d to %d.%n",
            broken.flaw(), broken.path(), broken.from(), broken.to() - 1);
        yield BROKEN;
      }
    };
  }

  private int export(Path file, PrintStream out) throws IOException {
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return switch (ExportedLog.verify(reader, keys)) {
        case ExportedLog.Finding.Holds holds -> {
          out.printf(
              "Proved: %d entries under the checkpoint of %s at %d entries; %d without a proof yet.%n",
              holds.proved(),
              holds.checkpoint().origin(),
              holds.checkpoint().size(),
              holds.unproved());
          yield INTACT;
        }
        case ExportedLog.Finding.Broken broken -> {
          out.printf("Broken: entry %d of the file: %s.%n", broken.entry(), broken.why());
          yield BROKEN;
        }
      };
    }
  }
}
