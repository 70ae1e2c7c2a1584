package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import java.util.List;
import java.util.Optional;

/**
 * How to start.
 *
 * @param fresh forget all data first
 * @param detach come back when all is ready
 * @param keepGoing report a part that ends later, and go on
 * @param train begin, when all is ready, to make what the next start will be quicker by
 * @param only the names of the parts to start; empty for all
 */
record UpOptions(
    boolean fresh, boolean detach, boolean keepGoing, boolean train, Optional<List<String>> only) {

  static UpOptions parse(List<String> args) {
    boolean fresh = false;
    boolean detach = false;
    boolean keepGoing = false;
    boolean train = true;
    Optional<List<String>> only = Optional.empty();
    for (int i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case "--fresh" -> fresh = true;
        case "--detach" -> detach = true;
        case "--keep-going" -> keepGoing = true;
        case "--no-train" -> train = false;
        case "--no-build" -> {} // the script's business
        case "--only" -> only = names(args, ++i);
        default -> throw unknown(args.get(i));
      }
    }
    return new UpOptions(fresh, detach, keepGoing, train && only.isEmpty(), only);
  }

  private static Failure unknown(String option) {
    return new Failure(
        ExitCode.USAGE,
        "There is no option \"%s\" of ./lupa up: ./lupa help lists them.".formatted(option));
  }

  private static Optional<List<String>> names(List<String> args, int index) {
    if (index >= args.size() || args.get(index).isBlank()) {
      throw new Failure(ExitCode.USAGE, "--only needs the parts' names, parted by commas.");
    }
    return Optional.of(List.of(args.get(index).split(",")));
  }
}
