package fi.lupa.local.demo;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the steps share: the gateway, the narrator, the client, and what has happened so far. */
public final class Story {

  private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");

  private final Gateway gateway;
  private final Narrator narrator;
  private final Person person;
  private final Clock clock;
  private final Shelf shelf;
  private final Home home;
  private final List<String> accesses = new ArrayList<>();
  private String right = "";
  private String rightVersion = "";

  Story(Gateway gateway, Narrator narrator, Person person, Clock clock, Shelf shelf, Home home) {
    this.gateway = gateway;
    this.narrator = narrator;
    this.person = person;
    this.clock = clock;
    this.shelf = shelf;
    this.home = home;
  }

  /** Sends a call, shows it and its answer, and checks the status. */
  public Answer call(Call call, Integer... expected) {
    narrator.sends(call);
    Answer answer = quietly(call);
    narrator.gets(answer);
    return expect(answer, expected);
  }

  /** Sends a call without showing it, and checks the status. */
  public Answer callQuietly(Call call, Integer... expected) {
    return expect(quietly(call), expected);
  }

  private Answer expect(Answer answer, Integer... expected) {
    List<Integer> statuses = Arrays.asList(expected);
    require(
        statuses.contains(answer.status()),
        "expected status %s, got %d %s %s"
            .formatted(
                statuses, answer.status(), answer.text("/code"), answer.body().path("violations")));
    return answer;
  }

  /** Sends a call without showing it. */
  public Answer quietly(Call call) {
    return gateway.send(call);
  }

  /**
   * Ends the demo unless something holds.
   *
   * @param otherwise what is wrong
   */
  public void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Failure(ExitCode.FAILED, "The demo failed: " + otherwise + ".");
    }
  }

  /** Says that something holds, or ends the demo. */
  public void check(boolean holds, String sentence) {
    require(holds, "this is not so: " + sentence);
    narrator.tick(sentence);
  }

  /** Notes an access that the citizen must find in the log. */
  public void accessed(Answer query) {
    accesses.add(query.text("/queryId"));
  }

  /** The queries so far, the oldest first. */
  public List<String> accesses() {
    return List.copyOf(accesses);
  }

  /** Notes the usage right. */
  public void granted(Answer right) {
    this.right = right.text("/id");
    this.rightVersion = right.etag();
  }

  /** The usage right's id. */
  public String right() {
    return right;
  }

  /** The usage right's version, as a change must name it. */
  public String rightVersion() {
    return rightVersion;
  }

  /** How requests name the client. */
  public Map<String, Object> client() {
    return Json.object("identityCode", person.identityCode());
  }

  /** The client. */
  public Person person() {
    return person;
  }

  /** The documents of the story. */
  public Shelf shelf() {
    return shelf;
  }

  /** A document's electronic signature by the local Lupa's test signer. */
  public String signature(Document document) {
    return Signature.of(document.content(), home);
  }

  /** Sentences between calls. */
  public Narrator narrator() {
    return narrator;
  }

  /** The clock of the story. */
  public Clock clock() {
    return clock;
  }

  /** Today in Finland. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(FINLAND));
  }
}
