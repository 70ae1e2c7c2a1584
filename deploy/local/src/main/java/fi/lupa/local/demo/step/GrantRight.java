package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Json;
import fi.lupa.local.demo.Organisation;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;

/** The county grants the producer's unit a register usage right. */
public final class GrantRight implements Step {

  @Override
  public String title() {
    return "The county lets the care home work in its register";
  }

  @Override
  public String explanation() {
    return """
    Aino moves to a care home that the county buys from the company Hoivakoto. The county stays the
    controller; it grants one unit of the company a register usage right: for Aino alone, for one
    service task, from today for a year. Lupa answers only when every later query already sees the
    right: "effective": true.\
    """;
  }

  @Override
  public void play(Story story) {
    Answer right =
        story.call(
            Call.create(
                Actor.COUNTY_NORTH,
                "/v1/usage-rights",
                Json.object(
                    "client", story.client(),
                    "serviceTask", "OLDER_PEOPLE",
                    "producer", Organisation.PRODUCER.oid(),
                    "producerUnit", Organisation.PRODUCER.unit(),
                    "start", story.today().toString(),
                    "end", story.today().plusYears(1).toString())),
            201);
    story.granted(right);
    story.check(right.text("/state").equals("IN_FORCE"), "the right is in force");
    story.check(right.body().path("effective").asBoolean(false), "every query from now on sees it");
    story.check(
        !right.body().toString().contains(story.person().identityCode()),
        "the answer does not repeat the identity code");
  }
}
