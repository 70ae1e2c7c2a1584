package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Document;
import fi.lupa.local.demo.Json;
import fi.lupa.local.demo.Organisation;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hospital is denied until the citizen specifies what it may get. */
public final class HospitalNeedsItsOwnPermit implements Step {

  @Override
  public String title() {
    return "The hospital needs a permit of its own";
  }

  @Override
  public String explanation() {
    return """
    From social care to health care the permit for social care does not reach. The client names
    which health care, which service tasks and, if she wants, which period (act 703/2023, section 53;
    decree 457/2024, section 25).\
    """;
  }

  @Override
  public void play(Story story) {
    Answer denied = story.call(query(story), 403);
    story.accessed(denied);
    story.check(denied.text("/code").equals("NO_CROSS_PERMIT"), "denied with its reason");
    story
        .narrator()
        .say("Aino permits public health care to see what older people's services wrote.");
    story.call(Call.create(Actor.CITIZEN, "/v1/my/permits", permit()), 201);
    Answer found = story.call(query(story), 200);
    story.accessed(found);
    story.check(
        Query.documents(found)
            .equals(
                Set.of(
                    story.shelf().get(Document.Key.OLDER_PLAN).oid(),
                    story.shelf().get(Document.Key.PRODUCER_PLAN).oid())),
        "the hospital gets the two plans, not the statement that she prohibited, not other tasks");
  }

  private static Map<String, Object> permit() {
    return Json.object(
        "kind", "SOCIAL_TO_HEALTH",
        "decision", "GIVEN",
        "textVersion", "2026-1",
        "targets",
            List.of(
                Json.object(
                    "recipient", Json.object("type", "PUBLIC_HEALTH_CARE"),
                    "serviceTasks", List.of("OLDER_PEOPLE"))));
  }

  private static Call query(Story story) {
    return Call.ask(
        Actor.HOSPITAL,
        Query.PATH,
        Query.disclosureTo(
            Organisation.HOSPITAL,
            story,
            "CARE",
            Json.object("type", "CARE_RELATIONSHIP", "id", "visit-2026-117"),
            "HEALTH_WIDE"));
  }
}
