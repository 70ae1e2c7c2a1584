package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;
import java.util.List;

/** Each decision can be read back with its reasons. */
public final class ReadDecisions implements Step {

  /** Who asked, in the order of the story's accesses. */
  private static final List<Actor> ASKED =
      List.of(
          Actor.PRODUCER,
          Actor.COUNTY_NORTH,
          Actor.COUNTY_SOUTH,
          Actor.COUNTY_SOUTH,
          Actor.COUNTY_SOUTH,
          Actor.COUNTY_SOUTH,
          Actor.HOSPITAL,
          Actor.HOSPITAL,
          Actor.PRODUCER);

  @Override
  public String title() {
    return "Every decision can be read back with its reasons";
  }

  @Override
  public String explanation() {
    return """
    In the transaction that decided, Lupa stored each rule it looked at, the result, and the version
    of every fact (right, permit, prohibition) it saw. So nobody has to argue later about what the
    system knew. Here is the last one, the denied query of the care home.\
    """;
  }

  @Override
  public void play(Story story) {
    List<String> accesses = story.accesses();
    int last = accesses.size() - 1;
    for (int i = 0; i < last; i++) {
      checkExplained(story, story.quietly(call(i, accesses)));
    }
    checkExplained(story, story.call(call(last, accesses), 200));
    story.check(true, "all %d decisions are stored with every rule".formatted(accesses.size()));
  }

  private static Call call(int i, List<String> accesses) {
    return Call.get(ASKED.get(i), Query.PATH + "/" + accesses.get(i));
  }

  private static void checkExplained(Story story, Answer decision) {
    story.require(
        decision.status() == 200 && decision.count("/rules") > 0,
        "a decision can't be read back: " + decision.status());
    boolean factsHaveVersions =
        decision
            .body()
            .path("rules")
            .valueStream()
            .flatMap(rule -> rule.path("facts").valueStream())
            .allMatch(fact -> fact.path("version").isNumber());
    story.require(factsHaveVersions, "a fact of a decision has no version");
  }
}
