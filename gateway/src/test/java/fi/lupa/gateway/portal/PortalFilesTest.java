package fi.lupa.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's files hold together: there is no build step that would say so. */
class PortalFilesTest {
  private static final Path PORTAL = Path.of("portal");
  private static final Pattern KEY = Pattern.compile("^  \"?([\\w.]+)\"?: \"", Pattern.MULTILINE);
  private static final Pattern USED = Pattern.compile("\\bt\\(\\s*\"([\\w.]+)\"");
  private static final Pattern MADE = Pattern.compile("\\bt\\(\\s*`([\\w.]+\\.)\\$\\{");
  private static final Pattern MARKED = Pattern.compile("data-text=\"([\\w.]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from \"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void everyLanguageSaysTheSame(String language) {
    assertThat(keys(language)).containsExactlyElementsOf(keys("fi"));
    for (String key : keys("fi")) {
      assertThat(places(language, key)).as(key).isEqualTo(places("fi", key));
    }
  }

  @Test
  void everyTextThatIsUsedIsThere() {
    Set<String> used = new TreeSet<>(found(USED, scripts()));
    used.addAll(found(MARKED, List.of(PORTAL.resolve("index.html"))));
    assertThat(used).isNotEmpty();
    assertThat(keys("fi")).containsAll(used);
    assertThat(found(MADE, scripts()))
        .isNotEmpty()
        .allSatisfy(start -> assertThat(keys("fi")).anyMatch(key -> key.startsWith(start)));
  }

  @Test
  void everyTextIsUsed() {
    Set<String> used = new TreeSet<>(found(USED, scripts()));
    used.addAll(found(MARKED, List.of(PORTAL.resolve("index.html"))));
    Set<String> starts = found(MADE, scripts());
    String all = scripts().stream().map(PortalFilesTest::text).collect(Collectors.joining());
    assertThat(keys("fi"))
        .allSatisfy(key ->
            assertThat(
                    used.contains(key)
                        || starts.stream().anyMatch(key::startsWith)
                        || all.contains("\"" + key + "\""))
                .as(key)
                .isTrue());
  }

  @Test
  void everyImportIsThere() {
    for (Path script : scripts()) {
      for (String imported : found(IMPORT, List.of(script))) {
        assertThat(script.resolveSibling(imported)).exists();
      }
    }
  }

  /** What the page's policy would stop, or what would let data become code. */
  @Test
  void nothingIsInlineAndNoDataBecomesCode() {
    String all =
        Stream.concat(scripts().stream(), Stream.of(PORTAL.resolve("index.html")))
            .map(PortalFilesTest::text)
            .collect(Collectors.joining());
    assertThat(all)
        .doesNotContain(
            "innerHTML",
            "insertAdjacentHTML",
            "eval(",
            "document.write",
            ".style.",
            "<style",
            "style=",
            "http://",
            "https://");
  }

  private static Set<String> keys(String language) {
    return found(KEY, List.of(PORTAL.resolve("texts/" + language + ".js")));
  }

  private static Set<String> places(String language, String key) {
    String line =
        text(PORTAL.resolve("texts/" + language + ".js"))
            .lines()
            .filter(one -> one.contains("  \"" + key + "\":") || one.startsWith("  " + key + ":"))
            .findFirst()
            .orElse("");
    return PLACE.matcher(line).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static Set<String> found(Pattern pattern, List<Path> files) {
    return files.stream()
        .flatMap(file -> pattern.matcher(text(file)).results())
        .map((MatchResult result) -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> scripts() {
    try (Stream<Path> files = Files.list(PORTAL.resolve("js"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
