package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Document;
import fi.lupa.local.demo.Json;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;
import java.util.Map;
import java.util.Set;

/** The citizen prohibits one service task and one document. */
public final class Prohibit implements Step {

  @Override
  public String title() {
    return "Aino prohibits one service task and one document";
  }

  @Override
  public String explanation() {
    return """
    A prohibition narrows the permit, at once and for everyone to whom a document would be disclosed
    (act 703/2023, section 59). The one who asks learns that some data is not available, but neither
    what nor how much.\
    """;
  }

  @Override
  public void play(Story story) {
    set(story, Json.object("type", "SERVICE_TASK", "serviceTask", "DISABILITY"));
    story.narrator().say("Aino finds the statement among her own documents.");
    set(story, Json.object("type", "DOCUMENT", "document", statement(story)));
    story.narrator().say("South Lake county asks once more.");
    Answer found = story.call(InformAndPermit.query(story), 200);
    story.accessed(found);
    story.check(
        Query.documents(found)
            .equals(
                Set.of(
                    story.shelf().get(Document.Key.OLDER_PLAN).oid(),
                    story.shelf().get(Document.Key.WORKING_AGE_PLAN).oid(),
                    story.shelf().get(Document.Key.PRODUCER_PLAN).oid())),
        "the disability entry and the statement are left out, the other three come");
    story.check(
        found.text("/decision/outcome").equals("PARTIAL")
            && found.body().path("someDataNotAvailable").asBoolean(false),
        "it is told that some data is not available");
  }

  /** By what the citizen knows the document: never its OID. */
  private static String statement(Story story) {
    String title = story.shelf().get(Document.Key.OLDER_STATEMENT).title();
    Answer own = story.call(Call.get(Actor.CITIZEN, "/v1/my/documents"), 200);
    story.check(!own.body().toString().contains("1.2.246"), "no OID stands in what she reads");
    return own.body()
        .path("items")
        .valueStream()
        .filter(item -> item.at("/title/fi").asString().equals(title))
        .map(item -> item.path("id").asString())
        .findFirst()
        .orElse("");
  }

  private static void set(Story story, Map<String, Object> target) {
    Answer prohibition =
        story.call(
            Call.create(Actor.CITIZEN, "/v1/my/prohibitions", Json.object("target", target)), 201);
    story.check(prohibition.text("/state").equals("SET"), "the prohibition is set");
  }
}
