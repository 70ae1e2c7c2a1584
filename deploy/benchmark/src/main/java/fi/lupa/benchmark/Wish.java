package fi.lupa.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param act to do; nothing when only help is asked for
 * @param words that follow it, such as {@code guard}
 * @param settings such as {@code seconds=8}
 */
record Wish(Optional<Act> act, List<String> words, List<String> settings) {
  /** A command line that says something unknown. */
  static final class NotUnderstood extends RuntimeException {
    NotUnderstood(String message) {
      super(message);
    }
  }

  /**
   * Reads a command line.
   *
   * @throws NotUnderstood when anything of it is unknown: a long run isn't begun by a slip
   */
  static Wish of(List<String> arguments) {
    List<String> words = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    arguments.forEach(argument -> (argument.contains("=") ? settings : words).add(argument));
    if (words.stream().anyMatch(List.of("help", "--help", "-h")::contains)) {
      return new Wish(Optional.empty(), List.of(), List.of());
    }
    Settings.check(settings);
    Act act = words.isEmpty() ? Act.FULL : Act.of(words.getFirst()).orElse(Act.FULL);
    words.remove(act.word());
    for (String word : words) {
      if (!act.takes(word)) {
        throw new NotUnderstood(
            "./lupa bench knows no \"%s\"%s."
                .formatted(word, act == Act.FULL ? "" : " with " + act.word()));
      }
    }
    return new Wish(Optional.of(act), words, settings);
  }

  boolean has(String word) {
    return words.contains(word);
  }
}
