package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.part.Part;
import fi.lupa.local.screen.Screen;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Starts parts at the same time; the first that fails ends the waiting for the others. */
final class Together {

  private final Starter starter;
  private final Screen screen;

  Together(Starter starter, Screen screen) {
    this.starter = starter;
    this.screen = screen;
  }

  void start(List<Part> parts) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var starts = new ExecutorCompletionService<@Nullable Void>(threads);
      parts.forEach(part -> starts.submit(() -> startOne(part), null));
      for (int i = 0; i < parts.size(); i++) {
        starts.take().get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Failure failure
          ? failure
          : new Failure(ExitCode.FAILED, "The start failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.FAILED, "The start was interrupted.", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void startOne(Part part) {
    double seconds = starter.start(part).toMillis() / 1000.0;
    screen.done("%-22s %5.1f s   port %d".formatted(part.name(), seconds, part.ports().getFirst()));
  }
}
