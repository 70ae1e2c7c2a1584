package fi.lupa.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for JVMs of the launcher's own JDK. */
public final class Java {

  /** Chosen by measuring (docs/performance.md); LUPA_JAVA_OPTS overrides them. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          // code and heap on pages of 2 MB: the processor finds their places at once, for about a
          // fifth less of its time
          "-XX:+UseTransparentHugePages",
          // four times the defaults: in its first minute hardly anything is worth the slow compiler
          // (see SlowCompilers for the start itself); under load all that matters still is, and
          // soon: ten times would answer a third less two minutes later
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=2400",
          "-XX:Tier4CompileThreshold=60000",
          "-XX:Tier4BackEdgeThreshold=160000",
          "-XX:+ExitOnOutOfMemoryError",
          // Netty and Kafka load native code; without this each start warns about it
          "--enable-native-access=ALL-UNNAMED",
          "-Dfile.encoding=UTF-8",
          "-Duser.timezone=UTC");

  private Java() {}

  /**
   * A JVM's command line.
   *
   * @param heap the largest heap, as in -Xmx
   * @param rest what follows the JVM's options
   */
  public static List<String> command(String heap, List<String> rest) {
    var command = new ArrayList<>(List.of(program(), "-Xmx" + heap));
    command.addAll(FLAGS);
    command.addAll(extra(System.getenv().getOrDefault("LUPA_JAVA_OPTS", "")));
    command.addAll(rest);
    return command;
  }

  /** The java program of the JDK that runs the launcher: the script has chosen the right one. */
  public static String program() {
    return program("java");
  }

  /** Another program of that JDK. */
  public static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Options of the user, parted by blanks. */
  static List<String> extra(String options) {
    return options.isBlank() ? List.of() : List.of(options.trim().split("\\s+"));
  }
}
