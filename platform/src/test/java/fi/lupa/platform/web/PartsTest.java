package fi.lupa.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.Ids;
import fi.lupa.platform.problem.Languages;
import fi.lupa.platform.problem.Places;
import fi.lupa.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** The small parts of the web. */
class PartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fi | fi", "sv | sv", "en | en", "sv-FI | sv", "en-GB,sv;q=0.9 | en",
        "de | fi", "de,sv;q=0.5 | sv", "* | fi", "not a language!! | fi", "sv;q=0.1,en;q=0.9 | en"
      })
  void theLanguageIsTheFirstOneSpoken(String header, String language) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.ACCEPT_LANGUAGE, header);
    assertThat(Languages.of(headers)).isEqualTo(language);
  }

  @Test
  void withoutALanguageItIsFinnish() {
    assertThat(Languages.of(new HttpHeaders())).isEqualTo("fi");
  }

  @Test
  void tagsAreQuotedVersions() {
    assertThat(Etags.of(7)).isEqualTo("\"7\"");
  }

  @Test
  void anExpectedVersionMustBeTheCurrentOne() {
    assertThatCode(() -> new ExpectedVersion(3).check(3)).doesNotThrowAnyException();
    assertThatThrownBy(() -> new ExpectedVersion(3).check(4)).hasMessage("VERSION_CONFLICT");
  }

  @Test
  void aCursorComesBackAsItsParts() {
    UUID id = UUID.randomUUID();
    String cursor = Cursor.encode("åäö", 17, id, "");
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.decode(cursor, 4)).isEqualTo(List.of("åäö", "17", id.toString(), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!!", "====", "YQ", "131052-308T"})
  void anotherCursorIsRefusedWithoutRepeatingIt(String cursor) {
    assertThatThrownBy(() -> Cursor.decode(cursor, 2))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("REQUEST_INVALID");
              assertThat(problem.violations())
                  .singleElement()
                  .hasToString("Violation[pointer=/cursor, message=isn't a cursor of this list]");
            });
  }

  @Test
  void idsSortByTimeAndNeverRepeat() {
    Ids ids = new Ids();
    List<UUID> made = Stream.generate(ids::next).limit(2000).toList();
    assertThat(made).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
    assertThat(made.stream().map(UUID::toString)).isSorted();
  }

  @Test
  void placesTellClassesAndLinesButNoMessage() {
    Exception error =
        new IllegalStateException("131052-308T", new IllegalArgumentException("131052-308T"));
    assertThat(Places.of(error))
        .startsWith("java.lang.IllegalStateException [fi.lupa.platform.web.PartsTest.places")
        .contains(" <- java.lang.IllegalArgumentException")
        .doesNotContain("131052");
  }

  @Test
  void placesOfAnErrorThatCausesItselfEnd() {
    Exception one = new Exception("a");
    Exception other = new Exception("b", one);
    one.initCause(other);
    assertThat(Places.of(one)).hasSizeLessThan(20_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "2.999.1", "1.2.246.10.91000005.10.0", "0.0"})
  void oidsAsTheyAreWritten(String text) {
    assertThat(new Oid(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "3.1", "1.02", "1.", ".1", "1..2", "1.2 ", "1.-2", "1.2.a"})
  void otherTextsAreNoOids(String text) {
    assertThat(Oid.isValid(text)).isFalse();
    assertThatThrownBy(() -> new Oid(text)).hasMessage("not an object identifier");
  }

  @Test
  void anOidHasAtMost128Characters() {
    assertThat(Oid.isValid("1" + ".1".repeat(63))).isTrue();
    assertThat(Oid.isValid("1" + ".1".repeat(64))).isFalse();
  }
}
