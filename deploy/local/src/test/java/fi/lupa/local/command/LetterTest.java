package fi.lupa.local.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterTest {
  private static Letter letter(String... lines) {
    return Letter.parse(new String(String.join("\r\n", lines).getBytes(UTF_8), ISO_8859_1));
  }

  @Test
  void isReadInPlainAscii() {
    assertThat(
            letter(
                "From: noreply@localhost",
                "To: maija@example.org",
                "Subject: Confirm your address",
                "Content-Type: text/plain; charset=us-ascii",
                "Content-Transfer-Encoding: 7bit",
                "",
                "Code: 123456",
                ""))
        .isEqualTo(new Letter("maija@example.org", "Confirm your address", "Code: 123456\r\n"));
  }

  @Test
  void isReadQuoted() {
    Letter letter =
        letter(
            "To: maija@example.org",
            "Subject: =?UTF-8?Q?Bekr=C3=A4fta_din?=",
            " =?UTF-8?Q?_adress_=E2=82=AC?=",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Koden g=C3=A4ller i 30 min=",
            "uter =3D");
    assertThat(letter.subject()).isEqualTo("Bekräfta din adress €");
    assertThat(letter.text()).isEqualTo("Koden gäller i 30 minuter =");
  }

  @Test
  void isReadInBase64AndInBytes() {
    assertThat(
            letter(
                    "Subject: =?UTF-8?B?SHl2w6TDpA==?=",
                    "Content-Transfer-Encoding: base64",
                    "",
                    "SHl2w6TDpA==")
                .text())
        .isEqualTo("Hyvää");
    assertThat(letter("Content-Transfer-Encoding: 8bit", "", "Hyvää").text()).isEqualTo("Hyvää");
    assertThat(letter("Subject: =?UTF-8?B?SHl2w6TDpA==?=").subject()).isEqualTo("Hyvää");
  }
}
