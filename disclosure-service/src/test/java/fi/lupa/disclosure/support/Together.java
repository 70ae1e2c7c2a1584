package fi.lupa.disclosure.support;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same thing done by many at once. */
public final class Together {
  private Together() {}

  public static <T> List<T> all(int many, IntFunction<T> act) {
    List<CompletableFuture<T>> running =
        IntStream.range(0, many)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () -> act.apply(i), each -> Thread.ofVirtual().start(each)))
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }
}
