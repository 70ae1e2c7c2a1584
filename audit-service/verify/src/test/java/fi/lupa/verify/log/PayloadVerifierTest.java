package fi.lupa.verify.log;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.verify.leaf.Kept;
import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Payloads;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.tree.Hash;
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
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Intact, lawfully cleared and tampered with are three different things. */
class PayloadVerifierTest {
  private static final Instant TIME = Instant.parse("2026-11-22T08:20:00Z");
  private static final String CLIENT = "0193a000-0000-4000-8000-000000000001";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LogVerifier VERIFIER =
      new LogVerifier(StaticLog.ORIGIN, List.of(StaticLog.SIGNER.key()));
  private final List<Leaf> leaves = new ArrayList<>();
  private final Map<UUID, Payload> payloads = new HashMap<>();
  private final Map<UUID, List<String>> clients = new HashMap<>();
  private long unlogged;

  @BeforeEach
  void logSome() {
    for (int n = 0; n < 300; n++) {
      log("event " + n);
    }
  }

  @Test
  void everyPayloadThatIsThereIsReadAnew() {
    assertThat(verdict()).isEqualTo(intact(0, 0));
  }

  @Test
  void aChangedPayloadIsNamed() {
    Payload one = payloads.get(event(123));
    byte[] changed = one.data();
    changed[0] ^= 1;
    payloads.put(event(123), new Payload(one.type(), changed, one.shownSalt(), one.restSalt()));

    assertThat(verdict()).isEqualTo(broken(Flaw.PAYLOAD, 123));
  }

  @Test
  void aChangedOrExchangedSaltIsNamed() {
    Payload one = payloads.get(event(7));
    payloads.put(event(7), new Payload(one.type(), one.data(), one.restSalt(), one.shownSalt()));

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
    clear(1, Leaf.Why.RETENTION);

    assertThat(verdict()).isEqualTo(intact(2, 1));
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
  void anEventTakenFromItsClientsLogOrPutIntoAnothersIsNamed() {
    clients.put(event(17), List.of());
    assertThat(verdict()).isEqualTo(broken(Flaw.PLACE, 17));

    clients.put(event(17), List.of("0193a000-0000-4000-8000-000000000002"));
    assertThat(verdict()).isEqualTo(broken(Flaw.PLACE, 17));

    clients.put(event(17), List.of(CLIENT, "0193a000-0000-4000-8000-000000000002"));
    assertThat(verdict()).isEqualTo(broken(Flaw.PLACE, 17));
  }

  @Test
  void anotherTypeIsNamed() {
    Payload one = payloads.get(event(299));
    payloads.put(event(299), new Payload("other.v1", one.data(), one.shownSalt(), one.restSalt()));

    assertThat(verdict()).isEqualTo(broken(Flaw.PAYLOAD, 299));
  }

  @Test
  void eventsThatTheTreeDoesNotHaveAreFoundWhenAllElseIsRight() {
    unlogged = 1;
    assertThat(verdict()).isEqualTo(new Verdict.Broken(Flaw.UNLOGGED, "tile/entries", 0, 0));
  }

  @Test
  void theFirstOfAWrongPayloadAndAWrongHashIsNamed() {
    StaticLog log = new StaticLog(entries());
    byte[] hashes = log.files.get("tile/0/000");
    hashes[100 * Hash.BYTES] ^= 1;
    clients.put(event(99), List.of());
    assertThat(VERIFIER.verify(log, List.of(), new Store())).isEqualTo(broken(Flaw.PLACE, 99));

    clients.clear();
    clients.put(event(101), List.of());
    assertThat(VERIFIER.verify(log, List.of(), new Store()))
        .isEqualTo(new Verdict.Broken(Flaw.ENTRY, "tile/0/000", 100, 101));
  }

  @Test
  void anEntryThatIsNoLeafIsNamed() {
    List<byte[]> entries = new ArrayList<>(entries());
    entries.set(33, "something else".getBytes(StandardCharsets.UTF_8));
    StaticLog log = new StaticLog(entries);

    assertThat(VERIFIER.verify(log, List.of(), new Store())).isEqualTo(broken(Flaw.FORM, 33));
    assertThat(VERIFIER.verify(log, List.of())).isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void whatTheTreeShowsIsFoundWithPayloadsToo() {
    StaticLog log = new StaticLog(entries());
    log.files.put("tile/0/000", new byte[log.files.get("tile/0/000").length]);

    assertThat(VERIFIER.verify(log, List.of(), new Store()))
        .isEqualTo(new Verdict.Broken(Flaw.ENTRY, "tile/0/000", 0, 1));
  }

  private void log(String data) {
    String json = "{\"client\":\"" + CLIENT + "\",\"purpose\":\"" + data + "\"}";
    Payload payload =
        new Payload(
            "made.v1",
            json.getBytes(StandardCharsets.UTF_8),
            Salt.random(RANDOM),
            Salt.random(RANDOM));
    UUID event = UUID.randomUUID();
    payloads.put(event, payload);
    Payload.Commitments commitments = payload.commitments(new Hasher());
    leaves.add(new Leaf.Logged(event, TIME, commitments.shown(), commitments.rest()));
  }

  private void clear(int index, Leaf.Why why) {
    payloads.remove(event(index));
    leaves.add(new Leaf.Cleared(event(index), TIME, index, why));
  }

  private UUID event(int index) {
    return leaves.get(index).event();
  }

  /** What is kept, as whoever keeps it gives it. */
  private final class Store implements Payloads {
    @Override
    public Optional<Function<UUID, Kept>> of(long index) {
      return Optional.ofNullable(payloads.get(event((int) index)))
          .map(payload -> event -> new Kept(payload, clients.getOrDefault(event, List.of(CLIENT))));
    }

    @Override
    public long unlogged() {
      return unlogged;
    }
  }

  private List<byte[]> entries() {
    return leaves.stream().map(Leaf::bytes).toList();
  }

  private Verdict verdict() {
    return VERIFIER.verify(new StaticLog(entries()), List.of(), new Store());
  }

  private Verdict intact(long expired, long erased) {
    return new Verdict.Intact(
        new StaticLog(entries()).checkpoint(leaves.size()), new Verdict.Cleared(expired, erased));
  }

  private static Verdict broken(Flaw flaw, long index) {
    return new Verdict.Broken(flaw, "tile/entries", index, index + 1);
  }
}
