package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Actor;
import fi.lupa.local.demo.Call;
import fi.lupa.local.demo.Document;
import fi.lupa.local.demo.Json;
import fi.lupa.local.demo.Multipart;
import fi.lupa.local.demo.Organisation;
import fi.lupa.local.demo.Story;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Calls that store a document. */
final class Storing {

  private Storing() {}

  /**
   * Whose register, on which basis, by whom.
   *
   * @param controller of the register
   * @param by who stores
   * @param basis OWN_REGISTER or REGISTER_USAGE_RIGHT
   * @param author the professional's name
   */
  record Into(Organisation controller, Organisation by, String basis, String author) {

    static Into ownRegister(Organisation controller, String author) {
      return new Into(controller, controller, "OWN_REGISTER", author);
    }
  }

  static Call of(Actor actor, Document document, Into into, Story story) {
    return of(actor, document, into, story, Optional.empty());
  }

  /** With the document's signature. */
  static Call of(
      Actor actor, Document document, Into into, Story story, Optional<String> signature) {
    Map<String, Object> metadata = document.metadata();
    metadata.put("client", story.client());
    metadata.put("recordedAt", story.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString());
    metadata.put(
        "author", Json.object("name", into.author(), "title", "sosiaalialan ammattihenkilö"));
    metadata.put("basis", into.basis());
    metadata.put("controller", into.controller().oid());
    metadata.put("unit", into.by().unit());
    var parts =
        new Multipart(
            JsonMapper.shared().writeValueAsString(metadata),
            document.content(),
            document.mediaType(),
            signature);
    return Call.upload(actor, "/v1/documents", metadata, parts);
  }
}
