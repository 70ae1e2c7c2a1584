package fi.lupa.gateway.docs;

import static fi.lupa.gateway.kit.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.gateway.kit.GatewayIT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesIT extends GatewayIT {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");

  @ParameterizedTest
  @ValueSource(strings = {"authorization", "consent", "disclosure", "audit"})
  void eachServicesContractIsServed(String service) {
    HttpResponse<String> answer = send(request("/openapi/" + service + ".yaml"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/yaml");
    assertThat(answer.body()).startsWith("openapi: 3.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/openapi/other.yaml",
        "/openapi/",
        "/openapi/..%2fapplication.yaml",
        "/openapi/../application.yml",
        "/docs/assets/../../../application.yml",
        "/docs/application.yml",
        "/pages/none.css"
      })
  void nothingElseIs(String path) {
    HttpResponse<String> answer = send(request(path));
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).contains("\"code\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/, sv, sv",
    "/, 'en-GB,en;q=0.8', en",
    "/, de, fi",
    "/fi, sv, fi",
    "/sv, fi, sv",
    "/en, fi, en"
  })
  void theFrontPageSpeaksThreeLanguages(String path, String asked, String language) {
    HttpResponse<String> page = send(request(path).header("Accept-Language", asked));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Language")).hasValue(language);
    assertThat(page.headers().firstValue("Vary")).hasValue("Accept-Language");
    assertThat(page.body()).contains("<html lang=\"" + language + "\">", "/portal/", "/docs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fi", "/sv", "/en", "/docs", "/portal/"})
  void everythingAPageNeedsIsServedFromHere(String path) {
    String page = send(request(path)).body();
    List<String> links = LINK.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(links).isNotEmpty();
    assertThat(links)
        .allSatisfy(link -> assertThat(send(request(link)).statusCode()).as(link).isIn(200, 302));
    assertThat(page).doesNotContain("https://", "http://", "<style", "style=", "onclick");
    assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(page).find()).isFalse();
  }

  @Test
  void filesAreKnownAgainByTheirContent() {
    HttpResponse<String> first = send(request("/docs/assets/swagger-ui.css"));
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        send(request("/docs/assets/swagger-ui.css").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
  }

  @Test
  void aPageCanOnlyBeRead() {
    HttpResponse<String> answer =
        send(request("/pages/pages.css").POST(BodyPublishers.ofString("x")));
    assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
    assertThat(answer.headers().firstValue("Allow")).isPresent();
  }
}
