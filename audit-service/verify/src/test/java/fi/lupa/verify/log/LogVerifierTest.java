package fi.lupa.verify.log;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.NoteSigner;
import fi.lupa.verify.tile.Entries;
import fi.lupa.verify.tree.Trees;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a log, its verification names the first wrong place. */
class LogVerifierTest {
  private static final int SIZE = 700;
  private static final LogVerifier VERIFIER =
      new LogVerifier(StaticLog.ORIGIN, List.of(StaticLog.SIGNER.key()));
  private StaticLog log;

  @BeforeEach
  void make() {
    log = new StaticLog(Trees.entries(SIZE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 255, 256, 257, 700, 65_536, 66_000})
  void anIntactLogIsIntact(int size) {
    StaticLog intact = new StaticLog(Trees.entries(size));

    assertThat(VERIFIER.verify(intact, List.of()))
        .isEqualTo(new Verdict.Intact(intact.checkpoint(size), Verdict.Cleared.NONE));
  }

  @Test
  void aLogThatHasGrownAgreesWithAllItsEarlierCheckpoints() {
    List<Checkpoint> earlier = new ArrayList<>();
    for (int size = SIZE; size >= 0; size -= 7) {
      earlier.add(log.checkpoint(size));
    }
    assertThat(VERIFIER.verify(log, earlier)).isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void everyChangedByteOfEveryFileIsFound() {
    for (String path : List.copyOf(log.files.keySet())) {
      byte[] file = log.files.get(path);
      for (int at = 0; at < file.length; at += path.equals("checkpoint") ? 1 : 61) {
        byte[] changed = file.clone();
        changed[at] ^= 4;
        log.files.put(path, changed);
        assertThat(VERIFIER.verify(log, List.of())).isInstanceOf(Verdict.Broken.class);
      }
      log.files.put(path, file);
    }
    assertThat(VERIFIER.verify(log, List.of())).isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void everyMissingFileIsNamed() {
    for (String path : List.copyOf(log.files.keySet())) {
      byte[] file = log.files.remove(path);
      assertThat(broken()).extracting("flaw", "path").containsExactly(Flaw.MISSING, path);
      log.files.put(path, file);
    }
  }

  @Test
  void everyFileCutOffOrLengthenedIsNamed() {
    log.files.remove("checkpoint");
    List<String> paths = List.copyOf(log.files.keySet());
    log.sign(log.checkpoint(SIZE));
    for (String path : paths) {
      byte[] file = log.files.get(path);
      for (int length : new int[] {0, file.length / 2, file.length - 1, file.length + 1}) {
        log.files.put(path, Arrays.copyOf(file, length));
        assertThat(broken()).extracting("flaw", "path").containsExactly(Flaw.FORM, path);
      }
      log.files.put(path, file);
    }
  }

  @Test
  void aChangedEntryIsNamed() {
    rewrite(1, entries -> entries.set(44, "changed".getBytes(StandardCharsets.UTF_8)));
    assertThat(broken()).isEqualTo(new Verdict.Broken(Flaw.ENTRY, "tile/0/001", 300, 301));
  }

  @Test
  void swappedEntriesAreNamedFromTheFirst() {
    rewrite(0, entries -> entries.set(7, entries.set(90, entries.get(7))));
    assertThat(broken()).isEqualTo(new Verdict.Broken(Flaw.ENTRY, "tile/0/000", 7, 8));
  }

  @Test
  void anEntryTakenAwayOrPutBetweenIsFound() {
    rewrite(2, entries -> entries.remove(5));
    assertThat(broken()).extracting("flaw", "path").containsExactly(Flaw.FORM, entries(2));
    rewrite(2, entries -> entries.add(5, new byte[1]));
    assertThat(broken()).isEqualTo(new Verdict.Broken(Flaw.ENTRY, tile(2), 517, 518));
  }

  @Test
  void anEntryChangedWithItsHashShowsOneLevelUp() {
    StaticLog other = changedAt(300);
    for (String path : List.of("tile/0/001", "tile/entries/001")) {
      log.files.put(path, other.files.get(path));
    }
    assertThat(broken()).isEqualTo(new Verdict.Broken(Flaw.TILE, "tile/1/000.p/2", 256, 512));
  }

  @Test
  void aTreeRebuiltOverAChangeIsNotTheOneThatWasSigned() {
    StaticLog other = changedAt(300);
    other.sign(log.checkpoint(SIZE));

    assertThat(VERIFIER.verify(other, List.of()))
        .isEqualTo(new Verdict.Broken(Flaw.ROOT, "checkpoint", 0, SIZE));
  }

  @Test
  void whatTheLogsOwnerChangesAndSignsAnewIsFoundByWhoKeptACheckpoint() {
    StaticLog other = changedAt(300);

    assertThat(VERIFIER.verify(other, List.of())).isInstanceOf(Verdict.Intact.class);
    assertThat(
            VERIFIER.verify(
                other, List.of(log.checkpoint(600), log.checkpoint(290), log.checkpoint(400))))
        .isEqualTo(new Verdict.Broken(Flaw.EARLIER, "checkpoint", 290, 400));
  }

  @Test
  void aShortenedLogIsFoundByWhoKeptACheckpoint() {
    StaticLog shorter = new StaticLog(Trees.entries(650));

    assertThat(VERIFIER.verify(shorter, List.of(log.checkpoint(SIZE))))
        .isEqualTo(new Verdict.Broken(Flaw.EARLIER, "checkpoint", 650, SIZE));
  }

  @Test
  void aCheckpointByAnotherKeyOrOfAnotherLogIsNone() {
    Checkpoint checkpoint = log.checkpoint(SIZE);
    NoteSigner other = NoteSigner.generate(StaticLog.ORIGIN, new SecureRandom());
    log.files.put("checkpoint", other.sign(checkpoint.text()).bytes());
    assertThat(broken().flaw()).isEqualTo(Flaw.CHECKPOINT);

    log.sign(new Checkpoint("log.example/other", SIZE, checkpoint.root()));
    assertThat(broken().flaw()).isEqualTo(Flaw.CHECKPOINT);

    log.sign(checkpoint);
    Checkpoint anothers = new Checkpoint("log.example/other", 0, log.checkpoint(0).root());
    assertThat(VERIFIER.verify(log, List.of(anothers)))
        .isEqualTo(new Verdict.Broken(Flaw.CHECKPOINT, "checkpoint", 0, 0));
  }

  private StaticLog changedAt(int index) {
    List<byte[]> entries = new ArrayList<>(Trees.entries(SIZE));
    entries.set(index, (log.text(index) + "!").getBytes(StandardCharsets.UTF_8));
    return new StaticLog(entries);
  }

  private void rewrite(int tile, Consumer<List<byte[]>> change) {
    List<byte[]> entries = new ArrayList<>(Entries.of(log.files.get(entries(tile))));
    change.accept(entries);
    log.files.put(entries(tile), Entries.bundle(entries));
  }

  private Verdict.Broken broken() {
    return (Verdict.Broken) VERIFIER.verify(log, List.of());
  }

  private static String tile(int index) {
    return index == 2 ? "tile/0/002.p/188" : "tile/0/00" + index;
  }

  private static String entries(int index) {
    return tile(index).replace("tile/0", "tile/entries");
  }
}
