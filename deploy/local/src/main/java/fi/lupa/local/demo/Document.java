package fi.lupa.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A sample document of the story.
 *
 * @param key what the story calls it
 * @param oid its own OID, new in each run
 * @param type document type, code set and code
 * @param schema the schema that its JSON follows; empty for XHTML
 * @param task its service task
 * @param title what it is, in Finnish as on the document
 * @param englishTitle the same in English
 * @param mediaType JSON or XHTML
 * @param content the document itself
 */
public record Document(
    Key key,
    String oid,
    String type,
    String schema,
    String task,
    String title,
    String englishTitle,
    String mediaType,
    String content) {

  /** How a stored document's metadata reads, without who stores it where. */
  public Map<String, Object> metadata() {
    var metadata = Json.object("documentOid", oid, "documentType", type);
    if (!schema.isEmpty()) {
      metadata.put("schemaOid", schema);
    }
    metadata.put("serviceTasks", List.of(task));
    metadata.put("title", Json.texts("fi", title, "en", englishTitle));
    metadata.put("language", "fi");
    return metadata;
  }

  /** The documents of the story. */
  public enum Key {
    OLDER_PLAN(Organisation.COUNTY_NORTH),
    OLDER_STATEMENT(Organisation.COUNTY_NORTH),
    WORKING_AGE_PLAN(Organisation.COUNTY_NORTH),
    DISABILITY_ENTRY(Organisation.COUNTY_NORTH),
    PRODUCER_PLAN(Organisation.COUNTY_NORTH),
    SOUTH_MATTER(Organisation.COUNTY_SOUTH);

    private final Organisation controller;

    Key(Organisation controller) {
      this.controller = controller;
    }

    /** How many of them are in a controller's register in the end. */
    public static long in(Organisation controller) {
      return Arrays.stream(values()).filter(key -> key.controller == controller).count();
    }

    /** In whose register it is. */
    public Organisation controller() {
      return controller;
    }
  }
}
