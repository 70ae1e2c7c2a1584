package fi.lupa.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.audit.Events;
import fi.lupa.audit.codeset.CodeSets;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.Sector;
import fi.lupa.platform.problem.ReasonCatalog;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand is what Jackson makes of the record: also of a member that is new. */
class LogEntryJsonTest {
  private static final JsonMapper BY_HAND = mapper().build();
  private static final JsonMapper BY_JACKSON =
      mapper().addMixIn(LogEntry.class, ByJackson.class).build();

  @JsonSerialize(using = ValueSerializer.None.class)
  private interface ByJackson {}

  private static JsonMapper.Builder mapper() {
    return JsonMapper.builder()
        .changeDefaultPropertyInclusion(
            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL));
  }

  static Stream<LogEntry> entries() {
    Entries entries = new Entries(CodeSets.load(ReasonCatalog.load()), Sentences.load());
    return Stream.concat(
        Cases.all().values().stream()
            .map(event -> entries.tell(new UUID(1, 1), Events.TIME, event, Cases.NAMES, "sv")),
        Stream.of(whole()));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void isWhatJacksonMakesOfIt(LogEntry entry) {
    String written = BY_HAND.writeValueAsString(entry);

    assertThat(BY_JACKSON.readTree(written))
        .isEqualTo(BY_JACKSON.readTree(BY_JACKSON.writeValueAsString(entry)));
  }

  /** With all that an entry can have, and what must be escaped. */
  private static LogEntry whole() {
    LocalizedText name = new LocalizedText("\"ä\\\n", "å", "€ 😀");
    return new LogEntry(
        new UUID(7, 7),
        Events.TIME,
        LogEntry.Kind.ACCESS,
        Outcome.DENIED,
        name,
        name,
        List.of(name, new LocalizedText("vain suomeksi", null, null)),
        "purpose",
        Basis.DISCLOSURE,
        Ground.PERMIT,
        List.of(
            new LogEntry.Provision("703/2023", null, "a"),
            new LogEntry.Provision("703/2023", "55 § 1", "b")),
        List.of(
            new LogEntry.Documents(
                "1506.11000", "Päätös", List.of(new LogEntry.Task("A", "a")), name, 2),
            new LogEntry.Documents("1506.11000", "Päätös", List.of(), null, 1)),
        "CODE",
        "reason",
        "sentence",
        Sector.HEALTH,
        "wide",
        RepresentationRole.values()[0]);
  }
}
