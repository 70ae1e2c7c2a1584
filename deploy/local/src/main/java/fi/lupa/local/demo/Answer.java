package fi.lupa.local.demo;

import tools.jackson.databind.JsonNode;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param body JSON, an empty object when there was none
 * @param etag the version to name in a change, empty when there was none
 */
public record Answer(int status, JsonNode body, String etag) {

  /** A text in the body, empty when it isn't there. */
  public String text(String pointer) {
    return body.at(pointer).asString("");
  }

  /** How many elements an array in the body has. */
  public int count(String pointer) {
    return body.at(pointer).size();
  }
}
