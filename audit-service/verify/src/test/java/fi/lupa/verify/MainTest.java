package fi.lupa.verify;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.log.StaticLog;
import fi.lupa.verify.tree.Base64Text;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Inclusion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as somebody runs it who has a file, a folder and a key. */
class MainTest {
  private static final int SIZE = 300;
  private static final int OWN = 77;
  private static final Instant TIME = Instant.parse("2026-11-22T08:20:00.250Z");
  private static final String DATA =
      "{\"client\":\"0193a000-0000-4000-8000-000000000001\",\"outcome\":\"DENIED\"}";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<UUID> events = new ArrayList<>();
  private final byte[] salts = new byte[2 * Salt.BYTES];
  private final List<byte[]> entries = new ArrayList<>();
  private final List<String> dump = new ArrayList<>();
  private StaticLog log;

  @BeforeEach
  void makeLog() throws IOException {
    new SecureRandom().nextBytes(salts);
    Payload.Commitments commitments =
        new Payload("made.v1", bytes(DATA), Salt.in(salts, 0), Salt.in(salts, 1))
            .commitments(new Hasher());
    for (int n = 0; n < SIZE; n++) {
      UUID event = UUID.randomUUID();
      events.add(event);
      entries.add(new Leaf.Logged(event, TIME, commitments.shown(), commitments.rest()).bytes());
      dump.add(
          """
          {"index":%d,"event":"%s","type":"made.v1","clients":["0193a000-0000-4000-8000-000000000001"],"salts":"%s","data":"%s"}\
          """
              .formatted(n, event, Base64Text.of(salts), DATA.replace("\"", "\\\"")));
    }
    writeLog();
  }

  private void writeLog() throws IOException {
    log = new StaticLog(entries);
    for (var file : log.files().entrySet()) {
      Path path = folder.resolve("log").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    List<String> lines = new ArrayList<>(List.of("{\"size\":" + entries.size() + "}"));
    lines.addAll(dump);
    Files.write(folder.resolve("dump.ndjson"), lines);
    Files.writeString(folder.resolve("log.pub"), StaticLog.SIGNER.key().text() + "\n");
  }

  @Test
  void aWholeLogIsVerifiedByItsFolder() {
    assertThat(verify("log")).isZero();
    assertThat(told())
        .isEqualTo("Intact: 300 entries up to the checkpoint of %s.%n".formatted(StaticLog.ORIGIN));
  }

  @Test
  void itsPayloadsAreReadAnew() throws IOException {
    assertThat(verify("log", "--payloads", at("dump.ndjson"))).isZero();
    assertThat(told()).contains("with the payloads of the first 300");

    replace("dump.ndjson", events.get(OWN) + "(.*)DENIED", events.get(OWN) + "$1PERMITTED");
    assertThat(verify("log", "--payloads", at("dump.ndjson"))).isOne();
    assertThat(told()).contains("Broken: PAYLOAD in tile/entries, entries 77 to 77.");
  }

  @Test
  void whatWasClearedByAgeAndWhatWasErasedAreCountedApart() throws IOException {
    for (int n = 2; n >= 0; n--) {
      Leaf.Why why = n == 1 ? Leaf.Why.ERASURE : Leaf.Why.RETENTION;
      entries.add(new Leaf.Cleared(events.get(n), TIME, n, why).bytes());
      dump.remove(n);
    }
    writeLog();

    assertThat(verify("log", "--payloads", at("dump.ndjson"))).isZero();
    assertThat(told())
        .isEqualTo(
            "Intact: 303 entries with the payloads of the first 303 (cleared: 2 by age, 1 erased)"
                + " up to the checkpoint of %s.%n".formatted(StaticLog.ORIGIN));
  }

  @Test
  void payloadsThatWereTakenAwayOrPutIntoAreNamed() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("dump.ndjson"));
    List<String> fewer = new ArrayList<>(lines);
    fewer.remove(OWN + 1);
    Files.write(folder.resolve("dump.ndjson"), fewer);
    assertThat(verify("log", "--payloads", at("dump.ndjson"))).isOne();
    assertThat(told()).contains("Broken: PAYLOAD_MISSING in tile/entries, entries 77 to 77.");

    lines.add("{\"index\":null,\"event\":\"" + UUID.randomUUID() + "\"}");
    Files.write(folder.resolve("dump.ndjson"), lines);
    assertThat(verify("log", "--payloads", at("dump.ndjson"))).isOne();
    assertThat(told()).contains("Broken: UNLOGGED");
  }

  @Test
  void aChangedFileAndAnotherCheckpointAreNamed() throws IOException {
    Files.write(folder.resolve("kept"), log.files().get("checkpoint"));
    assertThat(verify("log", "--earlier", at("kept"))).isZero();

    byte[] tile = log.files().get("tile/0/000");
    tile[5] ^= 1;
    Files.write(folder.resolve("log/tile/0/000"), tile);
    assertThat(verify("log")).isOne();
    assertThat(told()).contains("Broken: ENTRY in tile/0/000, entries 0 to 0.");
  }

  @Test
  void anExportedFileIsProved() throws IOException {
    export("DENIED");
    assertThat(verify("export.json")).isZero();
    assertThat(told()).contains("Proved: 1 entries", "300 entries; 1 without a proof yet.");
  }

  @Test
  void anExportedFileWithOneWordChangedIsNot() throws IOException {
    export("DENIED");
    replace("export.json", "DENIED(?=\\\\)", "PERMITTED");
    assertThat(verify("export.json")).isOne();
    assertThat(told()).contains("Broken: entry 2", "isn't the one that the log has committed to");

    export("PERMITTED");
    assertThat(verify("export.json")).isOne();
    assertThat(told()).contains("says something else than its event");

    export("DENIED");
    replace("export.json", "\"index\":77", "\"index\":78");
    assertThat(verify("export.json")).isOne();
    assertThat(told()).contains("isn't in the log that the checkpoint is signed for");

    export("DENIED");
    replace(
        "export.json", events.get(OWN).toString() + "\",\"time", UUID.randomUUID() + "\",\"time");
    assertThat(verify("export.json")).isOne();
    assertThat(told()).contains("the proof is another entry's");
  }

  @Test
  void whatCannotBeVerifiedIsNeitherRightNorWrong() throws IOException {
    assertThat(Main.run(stream(), stream(), at("log"))).isEqualTo(2);
    assertThat(verify("nothing")).isEqualTo(2);
    assertThat(verify("log", "--payloads", at("nothing"))).isEqualTo(2);
    assertThat(verify("log", "--what")).isEqualTo(2);
    assertThat(verify("log", "--earlier")).isEqualTo(2);
    Files.writeString(folder.resolve("log.pub"), "no key");
    assertThat(verify("log")).isEqualTo(2);
  }

  private void export(String outcome) throws IOException {
    String path =
        Inclusion.prove(log.nodes(), OWN, SIZE, new Hasher()).stream()
            .map(hash -> "\"" + hash + "\"")
            .collect(Collectors.joining(","));
    Files.writeString(
        folder.resolve("export.json"),
        """
        {"checkpoint":"%s","items":[{"id":"%s","time":"%s"},
        {"id":"%s","time":"%s","outcome":"%s","sentence":"x","proof":{"index":77,"entry":"%s","path":[%s],"shown":"%s","salt":"%s"}}]}
        """
            .formatted(
                escaped(new String(log.files().get("checkpoint"), StandardCharsets.UTF_8)),
                UUID.randomUUID(),
                TIME,
                events.get(OWN),
                TIME,
                outcome,
                escaped(log.text(OWN)),
                path,
                escaped("made.v1\n" + DATA.replaceFirst("\"0193[^\"]*\"", "\"*\"")),
                Salt.in(salts, 0)));
  }

  private int verify(String what, String... more) {
    List<String> all = new ArrayList<>(List.of(at(what), "--key", at("log.pub")));
    all.addAll(List.of(more));
    out.reset();
    return Main.run(stream(), stream(), all.toArray(String[]::new));
  }

  private void replace(String file, String what, String by) throws IOException {
    String text = Files.readString(folder.resolve(file));
    String changed = text.replaceFirst(what, by);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(folder.resolve(file), changed);
  }

  private PrintStream stream() {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
