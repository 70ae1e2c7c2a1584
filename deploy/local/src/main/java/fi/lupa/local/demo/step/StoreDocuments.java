package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Document;
import fi.lupa.local.demo.Organisation;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;
import java.util.List;
import java.util.Optional;

/** The county stores four documents of three service tasks into its own register. */
public final class StoreDocuments implements Step {

  private static final List<Document.Key> OWN =
      List.of(
          Document.Key.OLDER_PLAN,
          Document.Key.OLDER_STATEMENT,
          Document.Key.WORKING_AGE_PLAN,
          Document.Key.DISABILITY_ENTRY);

  private static final Document.Key SIGNED = Document.Key.OLDER_STATEMENT;

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
    a page of XHTML, and its author's electronic signature comes with it.\
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
              story,
              key == SIGNED ? Optional.of(story.signature(document)) : Optional.empty());
      // one is shown, the others look the same
      Answer answer =
          key == Document.Key.OLDER_PLAN ? story.call(call, 201) : story.callQuietly(call, 201);
      story.check(
          answer.text("/controller").equals(Organisation.COUNTY_NORTH.oid()),
          "stored: " + document.englishTitle());
      if (key == SIGNED) {
        story.check(
            answer.text("/signature/state").equals("VERIFIED"),
            "its electronic signature was verified");
      }
    }
  }
}
