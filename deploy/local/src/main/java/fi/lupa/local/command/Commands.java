package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.demo.Demo;
import fi.lupa.local.home.Setup;
import fi.lupa.local.screen.Screen;
import java.util.List;

/** Finds the command that the user named. */
public final class Commands {

  private Commands() {}

  /**
   * Runs a command.
   *
   * @param args its name and its arguments; none is a call for help
   */
  public static ExitCode run(Setup setup, Screen screen, List<String> args) {
    String name = args.isEmpty() ? "help" : args.getFirst();
    List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
    setup.home().create();
    return switch (name) {
      case "up" -> new Up(setup, screen, UpOptions.parse(rest)).run();
      case "down" -> new Down(setup, screen).run();
      case "status" -> new Status(setup, screen).run();
      case "logs" -> new Logs(setup, screen).run(rest);
      case "mail" -> new Mail(setup, screen).run(rest);
      case "token" -> new Token(setup, screen).run(rest);
      case "start" -> new StartOne(setup, screen).run(rest);
      case "stop" -> new StopOne(setup, screen).run(rest);
      case "train" -> new Train(setup, screen).run();
      case "demo" -> Demo.run(setup, screen);
      case "help", "--help", "-h" -> Help.print(screen);
      default ->
          throw new Failure(
              ExitCode.USAGE,
              "There is no command \"%s\": ./lupa help lists them.".formatted(name));
    };
  }
}
