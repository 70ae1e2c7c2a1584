package fi.lupa.authorization.usageright.batch;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any acts come to the same in a batch as one by one: two organisers do the same, each in its way.
 */
class SameAsAloneIT extends AuthorizationIT {
  private static final int CLIENTS = 5;
  private static final int ACTS = 40;
  private static final List<String> DAYS =
      List.of("2026-01-01", TODAY, "2026-12-01", "2027-01-31", "2027-06-30", "2027-12-31");

  /** An organiser with a right to each client. */
  private record Side(String organiser, List<String> rights) {}

  /** An act on the n-th client's first right, or a grant for that client. */
  private record Act(String kind, int client, long version, ObjectNode body) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyActs(long seed) {
    String producer = calls.registered();
    List<String> codes =
        IntStream.range(0, CLIENTS).mapToObj(n -> Persons.newIdentityCode()).toList();
    Side alone = side(producer, codes);
    Side together = side(producer, codes);
    List<Act> acts = acts(new Random(seed), producer, codes);

    List<String> expected = acts.stream().map(act -> outcome(alone, act)).toList();
    List<JsonNode> lines =
        new Batches(http(), calls)
            .done(together.organiser(), acts.stream().map(act -> line(together, act)).toList());

    assertThat(lines).extracting(Batches::outcome).isEqualTo(expected);
    assertThat(expected).contains("DONE", "VERSION_CONFLICT", "RIGHT_OVERLAPS");
    for (int n = 0; n < CLIENTS; n++) {
      assertThat(state(together, n)).isEqualTo(state(alone, n));
    }
  }

  private Side side(String producer, List<String> codes) {
    String organiser = calls.registered();
    return new Side(
        organiser,
        codes.stream()
            .map(code ->
                calls
                    .grant(organiser, with(Calls.grant(code, producer), "end", "2027-03-31"))
                    .text("id"))
            .toList());
  }

  private static List<Act> acts(Random random, String producer, List<String> codes) {
    List<Act> acts = new ArrayList<>();
    for (int i = 0; i < ACTS; i++) {
      int client = random.nextInt(CLIENTS);
      long version = 1 + random.nextInt(3);
      acts.add(
          switch (random.nextInt(5)) {
            case 0 ->
                new Act("end", client, version, with(body("reason", "OTHER"), "on", day(random)));
            case 1 -> new Act("end", client, version, body("reason", "OTHER"));
            case 2 ->
                new Act("grant", client, 0, days(Calls.grant(codes.get(client), producer), random));
            default -> new Act("amend", client, version, days(body("start", TODAY), random));
          });
    }
    return acts;
  }

  private static ObjectNode days(ObjectNode body, Random random) {
    ObjectNode started = random.nextInt(3) > 0 ? body : with(body, "start", day(random));
    return random.nextInt(4) > 0 ? with(started, "end", day(random)) : started;
  }

  private static String day(Random random) {
    return DAYS.get(random.nextInt(DAYS.size()));
  }

  private String outcome(Side side, Act act) {
    String etag = "\"" + act.version() + "\"";
    String right = side.rights().get(act.client());
    Answer answer =
        switch (act.kind()) {
          case "grant" -> calls.grant(side.organiser(), act.body());
          case "end" -> calls.end(side.organiser(), right, etag, act.body());
          default ->
              calls.send(
                  HttpMethod.PUT,
                  "/v1/usage-rights/" + right,
                  Calls.token(side.organiser()),
                  act.body(),
                  "If-Match",
                  etag);
        };
    return answer.status() < 300 ? "DONE" : answer.code();
  }

  private static ObjectNode line(Side side, Act act) {
    String right = side.rights().get(act.client());
    return switch (act.kind()) {
      case "grant" -> Batches.grant(act.body());
      case "end" -> {
        ObjectNode end = act.body().deepCopy();
        end.put("id", right);
        end.put("version", act.version());
        yield body("end", end);
      }
      default -> body("amend", Map.of("id", right, "version", act.version(), "terms", act.body()));
    };
  }

  /** Days, version and history of a client's first right, without what names the side. */
  private String state(Side side, int client) {
    StringBuilder state = new StringBuilder();
    calls
        .get("/v1/usage-rights/" + side.rights().get(client) + "/versions", side.organiser())
        .body()
        .path("items")
        .forEach(version ->
            state.append(
                List.of(
                    version.path("version"),
                    version.path("change"),
                    version.path("start"),
                    version.path("end"),
                    version.path("endReason"))));
    return state.toString();
  }
}
