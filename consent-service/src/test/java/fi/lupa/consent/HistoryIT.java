package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of permits and prohibitions over HTTP, beside a model of a few lines. Whatever was
 * done in whichever channel, the answers are the model's, and the tables hold every version.
 */
class HistoryIT extends ServiceUnderTest {
  private static final int ACTS = 25;
  private static final List<String> TASKS = List.of("FAMILIES", "DISABILITY");

  static IntStream seeds() {
    return IntStream.range(0, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theServiceAnswersAsTheModel(int seed) {
    Random random = new Random(seed);
    String person = informedPerson();
    Permits permits = new Permits(person);
    Prohibitions prohibitions = new Prohibitions(person);
    for (int i = 0; i < ACTS; i++) {
      boolean citizen = random.nextBoolean();
      switch (random.nextInt(4)) {
        case 0 -> permits.answer(citizen, random.nextBoolean());
        case 1 -> permits.withdraw(citizen);
        case 2 -> prohibitions.set(citizen, TASKS.get(random.nextInt(2)));
        default -> prohibitions.cancel(citizen, TASKS.get(random.nextInt(2)));
      }
    }

    permits.check();
    prohibitions.check();
  }

  private final class Permits {
    private final String person;
    private String id;
    private String state = "NONE";
    private long version;

    Permits(String person) {
      this.person = person;
    }

    void answer(boolean citizen, boolean yes) {
      String decision = yes ? "GIVEN" : "REFUSED";
      Answer answer =
          citizen
              ? citizen(person).create("/v1/my/permits", Bodies.myPermit("SOCIAL_CARE", decision))
              : provider().create("/v1/permits", Bodies.socialCare(person, decision));
      state = decision;
      version++;
      answer.inForce(201, version);
      assertThat(id == null || id.equals(answer.id())).isTrue();
      id = answer.id();
    }

    void withdraw(boolean citizen) {
      if (id == null) {
        return;
      }
      Answer answer =
          citizen
              ? citizen(person).change("/v1/my/permits/" + id + "/withdrawal", version, null)
              : provider()
                  .change("/v1/permits/" + id + "/withdrawal", version, Bodies.ONLY_RECORDER);
      if (state.equals("GIVEN")) {
        state = "WITHDRAWN";
        version++;
        answer.inForce(200, version);
      } else {
        answer.is(409, "PERMIT_NOT_GIVEN");
      }
    }

    void check() {
      Answer found = citizen(person).get("/v1/my/permits");
      if (id == null) {
        assertThat(found.body().path("items")).isEmpty();
        return;
      }
      assertThat(found.text("/items/0/state")).isEqualTo(state);
      assertThat(
              rows(
                  "select count(*), min(version), max(version) from permit_version where id = '%s'"
                      .formatted(id)))
          .containsExactly(List.of("" + version, "1", "" + version));
    }
  }

  private final class Prohibitions {
    private final String person;
    private final Map<String, String> inForce = new HashMap<>();
    private int set;
    private int cancelled;

    Prohibitions(String person) {
      this.person = person;
    }

    void set(boolean citizen, String task) {
      Answer answer =
          citizen
              ? citizen(person)
                  .create("/v1/my/prohibitions", Bodies.myProhibition(Bodies.task(task)))
              : provider()
                  .create(
                      "/v1/prohibitions",
                      Bodies.prohibition(Bodies.identityCode(person), Bodies.task(task)));
      if (inForce.containsKey(task)) {
        answer.is(409, "PROHIBITION_EXISTS");
      } else {
        inForce.put(task, answer.inForce(201, 1).id());
        set++;
      }
    }

    void cancel(boolean citizen, String task) {
      String id = inForce.remove(task);
      if (id == null) {
        return;
      }
      Answer answer =
          citizen
              ? citizen(person).change("/v1/my/prohibitions/" + id + "/cancellation", 1, null)
              : provider()
                  .change("/v1/prohibitions/" + id + "/cancellation", 1, Bodies.ONLY_RECORDER);
      answer.inForce(200, 2);
      cancelled++;
    }

    void check() {
      Answer found = citizen(person).get("/v1/my/prohibitions");
      List<String> states = found.body().path("items").findValuesAsString("state");
      assertThat(states).hasSize(set);
      assertThat(states).filteredOn("SET"::equals).hasSize(inForce.size());
      assertThat(states).filteredOn("CANCELLED"::equals).hasSize(cancelled);
    }
  }
}
