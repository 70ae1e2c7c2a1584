package fi.lupa.acceptance.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What came by mail to one address, which no other test uses. */
public record Mailbox(Lupa lupa, String address) {

  /** The messages whose subject holds a text, the oldest first, as they came. */
  public List<String> messages(String subject) {
    Path folder = lupa.folder("mail");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(Mailbox::text)
          .filter(text -> text.contains("To: " + address))
          .filter(text -> text.contains("Subject: " + subject))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
