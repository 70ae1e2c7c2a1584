package fi.lupa.issuer.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {
  @TempDir Path folder;
  private MailCatcher catcher;

  private void listening() {
    catcher = new MailCatcher(new MailSettings(0, folder.resolve("mail")));
    catcher.start();
  }

  @AfterEach
  void stop() {
    catcher.stop();
  }

  /** What is answered to each line; a text of several lines is answered once. */
  private List<String> said(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), catcher.port())) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      List<String> answers = new ArrayList<>();
      answers.add(in.readLine());
      for (String line : lines) {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        answers.add(in.readLine());
      }
      return answers.stream().map(answer -> answer == null ? "-" : answer.substring(0, 3)).toList();
    }
  }

  private List<String> send(String text) throws IOException {
    return said(
        "HELO here",
        "MAIL FROM:<a@example.org>",
        "RCPT TO:<b@example.org>",
        "DATA",
        text + "\r\n.",
        "QUIT");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void aMessageIsKeptAsItCame() throws IOException {
    listening();

    assertThat(
            said(
                "HELO here",
                "MAIL FROM:<a@example.org>",
                "RCPT TO:<b@example.org>",
                "DATA",
                "Subject: Hyvää päivää\r\n\r\n..piste\r\nloppu\r\n.",
                "QUIT"))
        .containsExactly("220", "250", "250", "250", "354", "250", "221");
    send("toinen");

    assertThat(kept())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("000001.eml", "000002.eml");
    assertThat(kept().getFirst()).hasContent("Subject: Hyvää päivää\r\n\r\n.piste\r\nloppu\r\n");
  }

  @Test
  void whatIsTooLongIsNotKept() throws IOException {
    listening();
    String line = "x".repeat(900) + "\r\n";
    // it may be hung up on before all is sent
    catchThrowable(() -> send(line.repeat(300)));
    assertThat(send("lyhyt")).endsWith("250", "221");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void theOldestGo() throws IOException {
    listening();
    for (int i = 0; i < 203; i++) {
      send("no " + i);
    }
    assertThat(kept()).hasSize(200);
    assertThat(kept().getFirst()).hasContent("no 3\r\n");
  }

  @Test
  void withoutAPortNothingListens() {
    catcher = new MailCatcher(new MailSettings(-1, folder.resolve("mail")));
    catcher.start();
    assertThat(catcher.isRunning()).isFalse();
    assertThat(catcher.port()).isNegative();
  }
}
