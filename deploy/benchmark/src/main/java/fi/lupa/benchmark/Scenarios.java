package fi.lupa.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.benchmark.Crowd.Client;
import fi.lupa.benchmark.rate.Request;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What is asked of Lupa: each scenario gives one request after the other, of changing clients. */
final class Scenarios {
  private static final int TOKENS = 20;
  private static final int FIRST_NEW_DOCUMENT = 1_000;
  private static final int QUERIES_PER_PROHIBITION = 9;

  private final List<URI> gateways;
  private final List<Client> clients;
  private final List<String> producer;
  private final List<String> county;
  private final List<String> otherCounty;

  Scenarios(Api api, List<URI> gateways, List<Client> clients)
      throws IOException, InterruptedException {
    this.gateways = gateways;
    this.clients = clients;
    this.producer = tokens(api, "producer");
    this.county = tokens(api, "county-north");
    this.otherCounty = tokens(api, "county-south");
  }

  private static List<String> tokens(Api api, String client)
      throws IOException, InterruptedException {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      tokens.add(api.token(client));
    }
    return tokens;
  }

  /** A producer asks under its usage right. */
  Supplier<Request> usageRightQuery() {
    return inTurn(
        turn -> query(turn, producer.get(turn % TOKENS), Scene.query(client(turn).code())));
  }

  /** The same with as many documents in an answer as one may have. */
  Supplier<Request> largestUsageRightQuery() {
    return inTurn(
        turn -> query(turn, producer.get(turn % TOKENS), Scene.largestQuery(client(turn).code())));
  }

  /** The same requests for an endpoint that does nothing with them. */
  Supplier<Request> usageRightQuery(URI elsewhere) {
    return inTurn(turn ->
        post(
            elsewhere,
            producer.get(turn % TOKENS),
            "application/json",
            Scene.query(client(turn).code()),
            200));
  }

  /** Another county asks by the clients' permit. */
  Supplier<Request> disclosureQuery() {
    return inTurn(this::disclosure);
  }

  /** The county stores new documents. */
  Supplier<Request> store() {
    return inTurn(turn -> {
      Client client = client(turn);
      int document = FIRST_NEW_DOCUMENT + turn / clients.size();
      String boundary = UUID.randomUUID().toString();
      String metadata = Scene.metadata(client.code(), client.number(), document);
      return post(
          at(turn, "/v1/documents"),
          county.get(turn % TOKENS),
          "multipart/form-data; boundary=" + boundary,
          Api.twoParts(boundary, metadata, Scene.content(document)),
          201);
    });
  }

  /** Disclosure queries, and between them clients who prohibit one document after the other. */
  Supplier<Request> prohibitionsAndQueries() {
    return inTurn(turn -> {
      if (turn % (QUERIES_PER_PROHIBITION + 1) != 0) {
        return disclosure(turn);
      }
      int prohibition = turn / (QUERIES_PER_PROHIBITION + 1);
      Client client = client(prohibition);
      String document = Scene.documentOid(client.number(), prohibition / clients.size());
      return post(
          at(turn, "/v1/prohibitions"),
          county.get(turn % TOKENS),
          "application/json",
          Scene.prohibition(client.code(), document),
          201);
    });
  }

  /** Citizens read the first page of their logs. */
  Supplier<Request> citizensLog() {
    return inTurn(turn ->
        new Request(
            HttpMethod.GET,
            at(turn, "/v1/my/log"),
            Map.of("Authorization", "Bearer " + client(turn).token(), "Accept-Language", "sv"),
            new byte[0],
            200));
  }

  private Request disclosure(int turn) {
    return query(turn, otherCounty.get(turn % TOKENS), Scene.disclosure(client(turn).code()));
  }

  private Request query(int turn, String token, String body) {
    return post(at(turn, "/v1/record-queries"), token, "application/json", body, 200);
  }

  private static Request post(URI target, String token, String type, String body, int expected) {
    return new Request(
        HttpMethod.POST,
        target,
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            type,
            "Idempotency-Key",
            UUID.randomUUID().toString()),
        body.getBytes(UTF_8),
        expected);
  }

  private URI at(int turn, String path) {
    return gateways.get(turn % gateways.size()).resolve(path);
  }

  private Client client(int turn) {
    return clients.get(turn % clients.size());
  }

  private static Supplier<Request> inTurn(IntFunction<Request> requests) {
    AtomicInteger turn = new AtomicInteger();
    return () -> requests.apply(turn.getAndIncrement());
  }
}
