package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {
  public String text(String pointer) {
    return body.at(pointer).asString(null);
  }

  public String id() {
    return text("/id");
  }

  public long version() {
    return body.path("version").asLong();
  }

  public Answer is(int expected) {
    assertThat(status).as("status of %s", body).isEqualTo(expected);
    return this;
  }

  /** A problem with this status and code. */
  public Answer is(int expected, String code) {
    is(expected);
    assertThat(text("/code")).isEqualTo(code);
    return this;
  }

  /** Done and in force, at this version. */
  public Answer inForce(int expected, long version) {
    is(expected);
    assertThat(body.path("effective").asBoolean()).isTrue();
    assertThat(version()).isEqualTo(version);
    assertThat(headers.getETag()).isEqualTo("\"" + version + "\"");
    return this;
  }
}
