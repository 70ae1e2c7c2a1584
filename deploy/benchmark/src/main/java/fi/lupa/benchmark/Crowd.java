package fi.lupa.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients with everything that the scenarios ask for: documents, a usage right, informing, a permit
 * and a token of their own; made through the gateway, as real ones come.
 */
final class Crowd {
  private static final int TOGETHER = 12;

  private final Api api;
  private final String county;
  private final AtomicInteger number =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(1, 2_000_000));
  private final AtomicInteger made = new AtomicInteger();

  Crowd(Api api) throws IOException, InterruptedException {
    this.api = api;
    new Scene(api).organisations();
    this.county = api.token("county-north");
  }

  /**
   * A client.
   *
   * @param number in the object identifiers of the client's documents
   */
  record Client(int number, String code, String token) {}

  /** Makes clients with so many documents each. */
  List<Client> make(int clients, int documents) throws InterruptedException {
    try (ExecutorService workers = Executors.newFixedThreadPool(TOGETHER)) {
      List<Future<Client>> coming = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        coming.add(workers.submit(() -> client(documents, clients)));
      }
      List<Client> all = new ArrayList<>();
      for (Future<Client> one : coming) {
        all.add(one.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Client client(int documents, int of) throws IOException, InterruptedException {
    int mine = number.getAndIncrement();
    String code = TestPersons.identityCode(mine);
    for (int document = 0; document < documents; document++) {
      api.store(county, Scene.metadata(code, mine, document), Scene.content(document));
    }
    api.post("/v1/usage-rights", county, Scene.right(code), Scene.MADE);
    api.post("/v1/informings", county, Scene.informing(code), Scene.MADE);
    api.post("/v1/permits", county, Scene.permit(code), Scene.MADE);
    String token = api.citizenToken(code);
    int count = made.incrementAndGet();
    if (count % 50 == 0) {
      System.out.printf("  %d clients, the last of %d with %d documents%n", count, of, documents);
    }
    return new Client(mine, code, token);
  }
}
