package fi.lupa.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import fi.lupa.local.home.Setup;
import fi.lupa.local.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Setup setup;

  @BeforeEach
  void home() {
    setup = new Setup(folder, new Home(folder), 8080);
  }

  private ExitCode mail(String... args) {
    return new Mail(setup, new Screen(new PrintStream(out, true, UTF_8), false)).run(List.of(args));
  }

  private void came(String name, String... lines) throws IOException {
    Files.createDirectories(setup.home().mail());
    Files.writeString(setup.home().mail().resolve(name), String.join("\r\n", lines));
  }

  @Test
  void saysThatNoneCame() {
    assertThat(mail()).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8)).contains("No mail has been sent.");
  }

  @Test
  void showsTheNewestLastAndReadsWhatIsEncoded() throws IOException {
    came(
        "000001.eml",
        "To: maija@example.org",
        "Subject: =?UTF-8?Q?Bekr=C3=A4fta?=",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Koden g=C3=A4ller i 30 min=",
        "uter");
    came("000002.eml", "To: maija@example.org", "Subject: Second", "", "Text");

    assertThat(mail()).isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8))
        .containsSubsequence(
            "maija@example.org: Bekräfta",
            "  Koden gäller i 30 minuter",
            "maija@example.org: Second",
            "  Text");
  }

  @Test
  void showsOnlyTheLastFive() throws IOException {
    for (int i = 1; i <= 7; i++) {
      came("00000" + i + ".eml", "To: maija@example.org", "Subject: No " + i, "", "Text");
    }
    mail();
    assertThat(out.toString(UTF_8)).doesNotContain("No 2").contains("No 3", "No 7");
  }

  @Test
  void takesNoOptions() {
    assertThatThrownBy(() -> mail("all")).isInstanceOf(Failure.class);
  }
}
