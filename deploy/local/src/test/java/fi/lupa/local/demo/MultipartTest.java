package fi.lupa.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultipartTest {

  @Test
  void holdsBothPartsBetweenItsBoundaries() {
    var parts = new Multipart("{}", "<html>ä</html>", "application/xhtml+xml");
    String boundary = parts.contentType().substring("multipart/form-data; boundary=".length());

    assertThat(new String(parts.bytes(), UTF_8))
        .startsWith("--" + boundary + "\r\n")
        .contains("name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n{}\r\n")
        .contains(
            "name=\"content\"\r\nContent-Type: application/xhtml+xml\r\n\r\n<html>ä</html>\r\n")
        .doesNotContain("signature")
        .endsWith("--" + boundary + "--\r\n");
  }

  @Test
  void mayHoldASignature() {
    var parts = new Multipart("{}", "x", "application/json", Optional.of("a..b"));

    assertThat(new String(parts.bytes(), UTF_8))
        .contains("name=\"signature\"\r\nContent-Type: application/jose\r\n\r\na..b\r\n--");
  }
}
