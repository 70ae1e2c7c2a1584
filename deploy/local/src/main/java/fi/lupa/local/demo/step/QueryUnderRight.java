package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Document;
import fi.lupa.local.demo.Organisation;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;
import java.util.Set;

/** The producer reads under the right, then writes; the county sees it at once. */
public final class QueryUnderRight implements Step {

  @Override
  public String title() {
    return "The care home reads what its task needs, and writes into the county's register";
  }

  @Override
  public String explanation() {
    return """
    The register usage right is not a disclosure: the care home works for the county, in the county's
    register. So no permit of Aino is needed, and she can't prohibit it. But it reaches the
    documents of its one service task only, and of those a private producer's professional sees
    plans, need assessments and the journal, not statements and decisions (decree 457/2024,
    section 16).\
    """;
  }

  @Override
  public void play(Story story) {
    reads(story);
    writes(story);
    countyFindsIt(story);
  }

  private static void reads(Story story) {
    Answer found = story.call(Call.ask(Actor.PRODUCER, Query.PATH, Query.underRight(story)), 200);
    story.accessed(found);
    story.check(
        Query.documents(found).equals(Set.of(story.shelf().get(Document.Key.OLDER_PLAN).oid())),
        "exactly the plan of services for older people, none of the other tasks");
    story.check(
        found.body().path("someDataNotAvailable").asBoolean(false),
        "the statement isn't for this role: it is told only that some data is not available");
    story.check(Query.allWithContent(found), "with their content");
  }

  private static void writes(Story story) {
    story
        .narrator()
        .say("The care home makes its own plan with Aino and stores it for the county.");
    Answer stored =
        story.call(
            Storing.of(
                Actor.PRODUCER,
                story.shelf().get(Document.Key.PRODUCER_PLAN),
                new Storing.Into(
                    Organisation.COUNTY_NORTH,
                    Organisation.PRODUCER,
                    "REGISTER_USAGE_RIGHT",
                    "Heikki Hoivanen"),
                story),
            201);
    story.check(
        stored.text("/controller").equals(Organisation.COUNTY_NORTH.oid()),
        "its controller is the county, not the company");
  }

  private static void countyFindsIt(Story story) {
    story.narrator().say("The county looks into its own register.");
    Answer found =
        story.call(Call.ask(Actor.COUNTY_NORTH, Query.PATH, Query.ownRegister(story)), 200);
    story.accessed(found);
    story.check(
        Query.documents(found).contains(story.shelf().get(Document.Key.PRODUCER_PLAN).oid()),
        "the care home's plan is there at once, beside the county's four documents");
    story.check(
        found.count("/documents") == Document.Key.in(Organisation.COUNTY_NORTH),
        "five documents in all");
  }
}
