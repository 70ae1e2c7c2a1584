package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Document;
import fi.lupa.local.demo.Json;
import fi.lupa.local.demo.Organisation;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;
import java.util.Map;

/** Another county is denied, the citizen gives her permit, and the county gets the records. */
public final class InformAndPermit implements Step {

  @Override
  public String title() {
    return "Aino permits disclosures inside social care, and another county asks";
  }

  @Override
  public String explanation() {
    return """
    South Lake county is another controller: for it each document would be a disclosure. Aino must
    be its client too, which its own documents in the archive show (act 703/2023, section 57). The
    law asks for her to be informed and for her permit (sections 55, 58 and 68). The permit is one
    for all of social care, present and future.\
    """;
  }

  @Override
  public void play(Story story) {
    deniedToStrangers(story);
    opensMatter(story);
    deniedWithout(story);
    informs(story);
    permits(story);
    succeeds(story);
  }

  static Call query(Story story) {
    return Call.ask(
        Actor.COUNTY_SOUTH,
        Query.PATH,
        Query.disclosureTo(
            Organisation.COUNTY_SOUTH,
            story,
            "NEED_ASSESSMENT",
            Json.object("type", "CLIENT_RELATIONSHIP"),
            "WIDE_RESPONSIBILITY"));
  }

  private static void deniedToStrangers(Story story) {
    story.narrator().say("It says that Aino is its client, but the archive knows of nothing.");
    Answer denied = story.call(query(story), 403);
    story.accessed(denied);
    story.check(
        denied.text("/code").equals("NO_CLIENT_RELATIONSHIP"), "a claim alone is not enough");
  }

  private static void opensMatter(Story story) {
    story.narrator().say("She asks it for help: it begins to assess her needs, in its register.");
    Call matter =
        Storing.of(
            Actor.COUNTY_SOUTH,
            story.shelf().get(Document.Key.SOUTH_MATTER),
            Storing.Into.ownRegister(Organisation.COUNTY_SOUTH, "Sanna Suomela"),
            story);
    Answer stored = story.call(matter, 201);
    story.check(
        stored.text("/controller").equals(Organisation.COUNTY_SOUTH.oid()),
        "South Lake county has an open matter of hers");
  }

  private static void deniedWithout(Story story) {
    story.narrator().say("It asks too early: Aino has not even been informed.");
    Answer denied = story.call(query(story), 403);
    story.accessed(denied);
    story.check(denied.text("/code").equals("NOT_INFORMED"), "denied with its reason");
  }

  private static void informs(Story story) {
    story.narrator().say("Aino reads the information, signed in as a citizen, and confirms it.");
    story.call(
        Call.create(
            Actor.CITIZEN,
            "/v1/my/informing",
            Json.object("textVersion", "2026-1", "language", "fi")),
        201);
  }

  private static void permits(Story story) {
    story.narrator().say("Then she gives her permit.");
    Map<String, Object> decision =
        Json.object("kind", "SOCIAL_CARE", "decision", "GIVEN", "textVersion", "2026-1");
    Answer permit = story.call(Call.create(Actor.CITIZEN, "/v1/my/permits", decision), 201);
    story.check(permit.text("/state").equals("GIVEN"), "the permit is given and in force");
  }

  private static void succeeds(Story story) {
    story.narrator().say("The same query again.");
    Answer found = story.call(query(story), 200);
    story.accessed(found);
    story.check(
        found.count("/documents") == Document.Key.in(Organisation.COUNTY_NORTH),
        "South Lake county gets all five documents");
    story.check(
        !found.body().at("/decision/legalReferences").isEmpty(),
        "and the answer names the law it rests on");
  }
}
