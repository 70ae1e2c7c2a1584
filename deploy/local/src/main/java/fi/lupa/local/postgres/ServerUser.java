package fi.lupa.local.postgres;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which user PostgreSQL runs. It refuses to run as root, as which many containers and build
 * machines do everything: then it runs in a user namespace, where root is nobody, or where that is
 * forbidden as the user nobody.
 *
 * @param prefix what stands before the command
 * @param ownsFiles whether its files must be given to the user nobody
 */
record ServerUser(List<String> prefix, boolean ownsFiles) {

  private static final ServerUser SAME = new ServerUser(List.of(), false);
  private static final ServerUser NAMESPACE = new ServerUser(List.of("unshare", "-U"), false);
  private static final ServerUser NOBODY =
      new ServerUser(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), true);

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
    if (ownsFiles && !Tool.run(List.of("chown", "-R", "65534:65534", folder.toString()))) {
      throw new Failure(
          ExitCode.UNSUPPORTED, "The folder " + folder + " can't be given to the user nobody.");
    }
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid
          && uid == 0;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
