package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Organisation;
import fi.lupa.local.demo.Step;
import fi.lupa.local.demo.Story;

/** The operator registers the four organisations; in a second run they are there already. */
public final class RegisterOrganisations implements Step {

  @Override
  public String title() {
    return "The operator registers who takes part";
  }

  @Override
  public String explanation() {
    return """
    Two wellbeing services counties organise social care, a private company runs a care home for one of
    them, and a hospital gives health care. Each has joined with a system certified for certain
    functions; without that nobody may use the archive (act 703/2023, section 67).\
    """;
  }

  @Override
  public void play(Story story) {
    for (Organisation organisation : Organisation.values()) {
      Call call = Call.create(Actor.OPERATOR, "/v1/organisations", organisation.registration());
      // one is shown, the others look the same
      Answer answer =
          organisation == Organisation.PRODUCER
              ? story.call(call, 201, 409)
              : story.callQuietly(call, 201, 409);
      boolean known = answer.status() == 409;
      story.require(
          !known || answer.text("/code").equals("ORGANISATION_EXISTS"),
          "unexpected conflict " + answer.text("/code"));
      story.check(
          known || !answer.text("/oid").isEmpty(),
          organisation.englishName()
              + (known ? " was registered by an earlier run" : " has joined"));
    }
  }
}
