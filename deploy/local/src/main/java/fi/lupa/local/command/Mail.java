package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Setup;
import fi.lupa.local.screen.Screen;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./lupa mail}: what citizens would have got by mail, the newest last. */
final class Mail {
  private static final int SHOWN = 5;

  private final Setup setup;
  private final Screen screen;

  Mail(Setup setup, Screen screen) {
    this.setup = setup;
    this.screen = screen;
  }

  ExitCode run(List<String> args) {
    if (!args.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "Use ./lupa mail.");
    }
    List<Path> all = all();
    if (all.isEmpty()) {
      screen.line("No mail has been sent.");
    }
    all.subList(Math.max(0, all.size() - SHOWN), all.size()).forEach(this::show);
    return ExitCode.OK;
  }

  private List<Path> all() {
    Path folder = setup.home().mail();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void show(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      var letter = new MimeMessage(null, in);
      screen.line(
          screen.bold(
              InternetAddress.toString(letter.getAllRecipients()) + ": " + letter.getSubject()));
      letter.getContent().toString().strip().lines().forEach(line -> screen.line("  " + line));
      screen.gap();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(file.getFileName() + " isn't a message", e);
    }
  }
}
