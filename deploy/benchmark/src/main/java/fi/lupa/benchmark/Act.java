package fi.lupa.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code ./lupa bench} can do: the word for it, the words that may follow, and what help says.
 */
enum Act {
  FULL(
      List.of("record", "guard", "guard-cpu"),
      "starts a Lupa of its own, measures it at rising rates, report"),
  QUICK(List.of("record", "guard", "guard-cpu"), "the same in less than three minutes"),
  MATRIX(List.of(), "the query by cores, instances and documents of a client"),
  LOOP(List.of(), "a running Lupa, by connections that never rest"),
  BATCH(List.of(), "a batch of grants beside grants one by one"),
  ARCHIVE(List.of(), "fills the archive to a size and measures it there"),
  INGEST(List.of(), "how fast the log takes events, by one and two instances"),
  VISIBLE(List.of(), "from an access to its entry in the log, under load"),
  LOG(List.of(), "fills the log to a size and measures its first page there"),
  KILL(List.of(), "kills every part in turn under load and looks for lost events");

  private final List<String> following;
  private final String help;

  Act(List<String> following, String help) {
    this.following = following;
    this.help = help;
  }

  /** Its word on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean takes(String word) {
    return following.contains(word);
  }

  static Optional<Act> of(String word) {
    return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
  }

  /** All of them for people. */
  static String usage() {
    return Arrays.stream(values())
        .map(act ->
            "  ./lupa bench %-38s %s%n"
                .formatted(
                    act.word()
                        + act.following.stream()
                            .map(word -> " [" + word + "]")
                            .collect(Collectors.joining()),
                    act.help))
        .collect(
            Collectors.joining(
                "",
                "",
                "  without a word: full; with settings such as %s%n"
                    .formatted("clients=300 seconds=8 warmup=60")));
  }
}
