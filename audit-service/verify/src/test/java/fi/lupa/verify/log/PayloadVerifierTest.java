package fi.lupa.verify.log;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.tree.Hasher;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Intact, lawfully cleared and tampered with are three different things. */
class PayloadVerifierTest {
  private static final Instant TIME = Instant.parse("2026-11-22T08:20:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LogVerifier VERIFIER =
      new LogVerifier(StaticLog.ORIGIN, List.of(StaticLog.SIGNER.key()));
  private final List<Leaf> leaves = new ArrayList<>();
  private final Map<UUID, Payload> payloads = new HashMap<>();

  @BeforeEach
  void logSome() {
    for (int n = 0; n < 300; n++) {
      log("event " + n);
    }
  }

  @Test
  void everyPayloadThatIsThereIsReadAnew() {
    assertThat(verdict()).isEqualTo(intact(0));
  }

  @Test
  void aChangedPayloadIsNamed() {
    Payload one = payloads.get(event(123));
    byte[] changed = one.data();
    changed[0] ^= 1;
    payloads.put(event(123), new Payload(one.salt(), changed));

    assertThat(verdict()).isEqualTo(broken(Flaw.PAYLOAD, 123));
  }

  @Test
  void aChangedOrExchangedSaltIsNamed() {
    Payload one = payloads.get(event(7));
    payloads.put(event(7), new Payload(Salt.random(RANDOM), one.data()));

    assertThat(verdict()).isEqualTo(broken(Flaw.PAYLOAD, 7));
  }

  @Test
  void twoPayloadsExchangedAreNamedFromTheFirst() {
    payloads.put(event(290), payloads.put(event(31), payloads.get(event(290))));

    assertThat(verdict()).isEqualTo(broken(Flaw.PAYLOAD, 31));
  }

  @Test
  void aPayloadGoneWithoutAWordIsNamed() {
    payloads.remove(event(200));
    payloads.remove(event(20));

    assertThat(verdict()).isEqualTo(broken(Flaw.PAYLOAD_MISSING, 20));
  }

  @Test
  void aPayloadClearedAndSaidToBeIsNoHarm() {
    clear(20, Leaf.Why.ERASURE);
    clear(0, Leaf.Why.RETENTION);
    log("and on");

    assertThat(verdict()).isEqualTo(intact(2));
  }

  @Test
  void oneClearedLawfullyDoesNotHideOneTakenAway() {
    clear(20, Leaf.Why.ERASURE);
    payloads.remove(event(21));

    assertThat(verdict()).isEqualTo(broken(Flaw.PAYLOAD_MISSING, 21));
  }

  @Test
  void aClearingOfWhatIsStillThereOrAnothersOrToComeIsNamed() {
    leaves.add(new Leaf.Cleared(event(5), TIME, 5, Leaf.Why.ERASURE));
    assertThat(verdict()).isEqualTo(broken(Flaw.CLEARING, 300));

    leaves.set(300, new Leaf.Cleared(event(6), TIME, 5, Leaf.Why.ERASURE));
    payloads.remove(event(5));
    assertThat(verdict()).isEqualTo(broken(Flaw.CLEARING, 300));

    leaves.set(300, new Leaf.Cleared(event(5), TIME, 5, Leaf.Why.ERASURE));
    leaves.add(new Leaf.Cleared(event(5), TIME, 5, Leaf.Why.ERASURE));
    assertThat(verdict()).isEqualTo(broken(Flaw.CLEARING, 301));

    leaves.set(301, new Leaf.Cleared(UUID.randomUUID(), TIME, 400, Leaf.Why.ERASURE));
    assertThat(verdict()).isEqualTo(broken(Flaw.CLEARING, 301));
  }

  @Test
  void anEntryThatIsNoLeafIsNamed() {
    List<byte[]> entries = new ArrayList<>(entries());
    entries.set(33, "something else".getBytes(StandardCharsets.UTF_8));
    StaticLog log = new StaticLog(entries);

    assertThat(VERIFIER.verify(log, List.of(), this::payload)).isEqualTo(broken(Flaw.FORM, 33));
    assertThat(VERIFIER.verify(log, List.of())).isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void whatTheTreeShowsIsFoundWithPayloadsToo() {
    StaticLog log = new StaticLog(entries());
    log.files.put("tile/0/000", new byte[log.files.get("tile/0/000").length]);

    assertThat(VERIFIER.verify(log, List.of(), this::payload))
        .isEqualTo(new Verdict.Broken(Flaw.ENTRY, "tile/0/000", 0, 1));
  }

  private void log(String data) {
    Payload payload = new Payload(Salt.random(RANDOM), data.getBytes(StandardCharsets.UTF_8));
    UUID event = UUID.randomUUID();
    payloads.put(event, payload);
    leaves.add(new Leaf.Logged(event, TIME, payload.commitment(new Hasher())));
  }

  private void clear(int index, Leaf.Why why) {
    payloads.remove(event(index));
    leaves.add(new Leaf.Cleared(event(index), TIME, index, why));
  }

  private UUID event(int index) {
    return leaves.get(index).event();
  }

  private Optional<Payload> payload(UUID event) {
    return Optional.ofNullable(payloads.get(event));
  }

  private List<byte[]> entries() {
    return leaves.stream().map(Leaf::bytes).toList();
  }

  private Verdict verdict() {
    return VERIFIER.verify(new StaticLog(entries()), List.of(), this::payload);
  }

  private Verdict intact(long cleared) {
    return new Verdict.Intact(new StaticLog(entries()).checkpoint(leaves.size()), cleared);
  }

  private static Verdict broken(Flaw flaw, long index) {
    return new Verdict.Broken(flaw, "tile/entries", index, index + 1);
  }
}
