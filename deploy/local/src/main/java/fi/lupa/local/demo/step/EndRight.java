package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Json;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;

/** The county ends the right; the next query is denied. */
public final class EndRight implements Step {

  @Override
  public String title() {
    return "The county ends the right, and the care home's next query is denied";
  }

  @Override
  public String explanation() {
    return """
    Aino moves away. The county ends the right at once. Not the next day and not after a cache has
    run out: the very next query must see it.\
    """;
  }

  @Override
  public void play(Story story) {
    Answer ended =
        story.call(
            Call.change(
                Actor.COUNTY_NORTH,
                "/v1/usage-rights/" + story.right() + "/end",
                Json.object("reason", "RELATIONSHIP_ENDED"),
                story.rightVersion()),
            200);
    story.check(ended.text("/state").equals("ENDED"), "the right has ended");
    Answer denied = story.call(Call.ask(Actor.PRODUCER, Query.PATH, Query.underRight(story)), 403);
    story.accessed(denied);
    story.check(
        denied.text("/code").equals("REGISTER_RIGHT_ENDED"),
        "the next query is denied, and says why");
  }
}
