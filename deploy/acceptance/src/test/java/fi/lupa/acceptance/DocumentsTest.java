package fi.lupa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents say what is there: links lead somewhere, named tests exist. */
class DocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("lupa.root"));
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern TEST =
      Pattern.compile("`([a-z/-]+)/([A-Za-z]+(?:Test|IT|Properties))`");

  @Test
  void linksLeadSomewhere() throws IOException {
    List<Path> pages = pages();
    assertThat(pages).hasSizeGreaterThan(5);
    for (Path page : pages) {
      assertThat(found(LINK, page).map(link -> page.resolveSibling(link.group(1))))
          .as("links of %s", ROOT.relativize(page))
          .allMatch(Files::exists);
    }
  }

  @Test
  void everyRefusalHasTestsThatExist() throws IOException {
    testsExist(ROOT.resolve("docs/rights.md"));
    testsExist(ROOT.resolve("docs/declarations.md"));
  }

  @Test
  void everyThreatHasTestsThatExist() throws IOException {
    Path page = ROOT.resolve("docs/privacy-and-security.md");
    testsExist(page);
    List<String> threats =
        Files.readAllLines(page).stream().takeWhile(line -> !line.startsWith("## What")).toList();
    assertThat(threats.stream().filter(line -> line.startsWith("| ")).skip(1))
        .allMatch(line -> TEST.matcher(line).find());
  }

  @Test
  void theReadmeTellsOfEveryTestHere() throws IOException {
    Path module = ROOT.resolve("deploy/acceptance");
    String readme = Files.readString(module.resolve("README.md"));
    try (Stream<Path> tests = Files.list(module.resolve("src/test/java/fi/lupa/acceptance"))) {
      assertThat(tests.map(test -> test.getFileName().toString()))
          .filteredOn(test -> test.endsWith("IT.java"))
          .hasSizeGreaterThan(15)
          .allMatch(test -> readme.contains("`" + test.replace(".java", "") + "`"));
    }
  }

  private static void testsExist(Path page) throws IOException {
    List<MatchResult> tests = found(TEST, page).toList();
    assertThat(tests).hasSizeGreaterThan(15);
    for (MatchResult test : tests) {
      assertThat(sources(ROOT.resolve(test.group(1)), test.group(2)))
          .as("%s in %s", test.group(2), test.group(1))
          .isNotEmpty();
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(root, docs).filter(page -> page.toString().endsWith(".md")).toList();
    }
  }

  private static Stream<MatchResult> found(Pattern pattern, Path page) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(page));
    return matcher.results();
  }

  private static List<Path> sources(Path module, String test) throws IOException {
    try (Stream<Path> files = Files.walk(module.resolve("src/test"))) {
      return files.filter(file -> file.endsWith(test + ".java")).toList();
    }
  }
}
