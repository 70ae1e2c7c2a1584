package fi.lupa.disclosure.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No attack of the grammar passes, wherever it stands; nothing harmless is refused. */
class XhtmlProperties {
  private static final XhtmlDocuments CHECK = new XhtmlDocuments();

  @Provide
  Arbitrary<String> harmless() {
    return XhtmlAttacks.harmless();
  }

  @Provide
  Arbitrary<String> attack() {
    return XhtmlAttacks.attack();
  }

  private static List<Violation> violations(String inside, boolean page) {
    String document =
        page
            ? "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>%s</body></html>"
            : "<div xmlns='http://www.w3.org/1999/xhtml'>%s</div>";
    return CHECK.violations(document.formatted(inside).getBytes(StandardCharsets.UTF_8));
  }

  @Property
  void harmlessPagesAreTaken(
      @ForAll("harmless") String first, @ForAll("harmless") String second, @ForAll boolean page) {
    assertThat(violations(first + second, page)).isEmpty();
  }

  @Property
  void anAttackIsRefusedWhereverItStands(
      @ForAll("harmless") String around,
      @ForAll("attack") String attack,
      @ForAll boolean page,
      @ForAll Random random) {
    assertThat(violations(inserted(around, attack, random), page))
        .as(attack)
        .isNotEmpty()
        .allSatisfy(violation -> {
          assertThat(violation.pointer()).isEqualTo("/content");
          assertThat(violation.message()).doesNotContain("e.example", "x()");
        });
  }

  /** Between two tags: inside text, a comment or CDATA it could be harmless. */
  private static String inserted(String around, String attack, Random random) {
    if (around.contains("<!")) {
      return random.nextBoolean() ? around + attack : attack + around;
    }
    int at = random.nextInt(around.length() + 1);
    while (at < around.length() && (at == 0 || around.charAt(at - 1) != '>')) {
      at++;
    }
    return around.substring(0, at) + attack + around.substring(at);
  }
}
