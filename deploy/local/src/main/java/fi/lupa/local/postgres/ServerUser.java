package fi.lupa.local.postgres;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Under which user PostgreSQL runs. It refuses to run as root, as which many containers and build
 * machines do everything: then it runs in a user namespace, where root is nobody, or where that is
 * forbidden as the user nobody.
 *
 * @param prefix what stands before the command
 * @param owner user id that its files must have, none when they are the launcher's own anyway
 */
record ServerUser(List<String> prefix, OptionalInt owner) {

  private static final int ROOT = 0;
  private static final int NOBODY_ID = 65_534;
  private static final ServerUser SAME = new ServerUser(List.of(), OptionalInt.empty());
  private static final ServerUser NAMESPACE =
      new ServerUser(List.of("unshare", "-U"), OptionalInt.of(ROOT));
  private static final ServerUser NOBODY =
      new ServerUser(
          List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups"),
          OptionalInt.of(NOBODY_ID));

  static ServerUser find() {
    if (!isRoot()) {
      return SAME;
    }
    return List.of(NAMESPACE, NOBODY).stream()
        .filter(user -> Tool.run(user.command(List.of("true"))))
        .findFirst()
        .orElseThrow(() ->
            new Failure(
                ExitCode.UNSUPPORTED,
                "PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
                    + " run ./lupa as another user."));
  }

  List<String> command(List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Lets this user work in a folder. */
  void give(Path folder) {
    if (owner.isEmpty() || uid(folder) == owner.getAsInt()) {
      return;
    }
    String id = owner.getAsInt() + ":" + owner.getAsInt();
    if (!Tool.run(List.of("chown", "-R", id, folder.toString()))) {
      throw new Failure(
          ExitCode.UNSUPPORTED,
          "The folder %s can't be given to the user that PostgreSQL runs as.".formatted(folder));
    }
  }

  private static boolean isRoot() {
    return uid(Path.of("/proc/self")) == ROOT;
  }

  private static int uid(Path path) {
    try {
      return Files.getAttribute(path, "unix:uid") instanceof Integer uid ? uid : -1;
    } catch (IOException | UnsupportedOperationException unknown) {
      return -1;
    }
  }
}
