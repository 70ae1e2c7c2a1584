package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;
import fi.lupa.local.process.Waiting;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The citizen reads who got what. */
public final class ReadLog implements Step {

  private static final String PATH = "/v1/my/log?limit=100";

  /** Far more than the log needs; whoever waits longer has found a fault. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public String title() {
    return "Aino reads the log";
  }

  @Override
  public String explanation() {
    return """
    Every access is in the log, the denied ones too: which organisation, when, for what purpose, on
    which ground of the law, what kinds of documents. Not the professional's name: the citizen sees
    organisations. The log also says how far it is complete, instead of letting her guess.\
    """;
  }

  @Override
  public void play(Story story) {
    int expected = story.accesses().size();
    long begin = System.nanoTime();
    boolean complete =
        Waiting.until(
            PATIENCE,
            () -> accesses(story.quietly(Call.get(Actor.CITIZEN, PATH))).size() >= expected);
    story.require(complete, "the log does not show all %d accesses".formatted(expected));
    long waited = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    Answer log = story.call(Call.get(Actor.CITIZEN, PATH), 200);
    List<JsonNode> accesses = accesses(log);
    story.check(
        accesses.size() == expected,
        "all %d accesses are there, %d ms after the last one".formatted(expected, waited));
    story.check(
        accesses.stream()
                .filter(entry -> entry.path("outcome").asString("").equals("DENIED"))
                .count()
            == 4,
        "the four denied ones too");
    story.check(newestFirst(accesses), "the newest first");
    story.check(
        log.body().at("/coverage/completeUpTo").isString(), "with how far the log is complete");
    story.narrator().say("In words, as a portal would show it:");
    accesses.forEach(entry ->
        story
            .narrator()
            .say("  " + entry.path("time").asString() + "  " + entry.path("sentence").asString()));
  }

  private static List<JsonNode> accesses(Answer log) {
    return log.body()
        .path("items")
        .valueStream()
        .filter(entry -> entry.path("kind").asString("").equals("ACCESS"))
        .toList();
  }

  private static boolean newestFirst(List<JsonNode> entries) {
    List<String> times = entries.stream().map(entry -> entry.path("time").asString()).toList();
    return times.equals(times.stream().sorted(Comparator.reverseOrder()).toList());
  }
}
