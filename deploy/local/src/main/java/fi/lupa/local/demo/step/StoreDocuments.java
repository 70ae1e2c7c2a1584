package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Document;
import fi.lupa.local.demo.Organisation;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;
import java.util.List;

/** The county stores four documents of three service tasks into its own register. */
public final class StoreDocuments implements Step {

  private static final List<Document.Key> OWN =
      List.of(
          Document.Key.OLDER_PLAN,
          Document.Key.OLDER_STATEMENT,
          Document.Key.WORKING_AGE_PLAN,
          Document.Key.DISABILITY_ENTRY);

  @Override
  public String title() {
    return "North Coast county stores Aino's documents in its own register";
  }

  @Override
  public String explanation() {
    return """
    Whoever organises a service is the controller of its documents. Each document says to which
    service task it belongs: services for older people, for working-age people, for people with
    disabilities. Structured documents follow a schema and are checked against it; the statement is
    a page of XHTML.\
    """;
  }

  @Override
  public void play(Story story) {
    for (Document.Key key : OWN) {
      Document document = story.shelf().get(key);
      Call call =
          Storing.of(
              Actor.COUNTY_NORTH,
              document,
              Storing.Into.ownRegister(Organisation.COUNTY_NORTH, "Maija Mallikas"),
              story);
      // one is shown, the others look the same
      Answer answer =
          key == Document.Key.OLDER_PLAN ? story.call(call, 201) : story.callQuietly(call, 201);
      story.check(
          answer.text("/controller").equals(Organisation.COUNTY_NORTH.oid()),
          "stored: " + document.englishTitle());
    }
  }
}
