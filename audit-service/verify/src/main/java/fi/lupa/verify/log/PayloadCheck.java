package fi.lupa.verify.log;

import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Payloads;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Malformed;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads each event's payload anew: it must be the one that was committed to, or be gone and said to
 * be gone by a later entry. What is gone without a word was taken away.
 */
final class PayloadCheck implements EntryCheck {
  private static final String ENTRIES = "tile/entries";

  private final Payloads payloads;
  private final Missing missing = new Missing();
  private final Hasher hasher = new Hasher();
  private long cleared;

  PayloadCheck(Payloads payloads) {
    this.payloads = payloads;
  }

  @Override
  public void entry(long index, byte[] entry) {
    switch (leaf(index, entry)) {
      case Leaf.Logged logged -> logged(index, logged);
      case Leaf.Cleared clearing -> cleared(index, clearing);
    }
  }

  private void logged(long index, Leaf.Logged logged) {
    Optional<Payload> payload = payloads.of(logged.event());
    if (payload.isEmpty()) {
      missing.add(index, logged.event());
    } else if (!payload.get().commitment(hasher).equals(logged.commitment())) {
      throw new Wrong(Flaw.PAYLOAD, ENTRIES, index, index + 1);
    }
  }

  /** A clearing names an earlier entry whose payload is gone, and the same event as that. */
  private void cleared(long index, Leaf.Cleared clearing) {
    UUID event = missing.take(clearing.index());
    if (!clearing.event().equals(event)) {
      throw new Wrong(Flaw.CLEARING, ENTRIES, index, index + 1);
    }
    cleared++;
  }

  @Override
  public void end() {
    missing
        .first()
        .ifPresent(index -> {
          throw new Wrong(Flaw.PAYLOAD_MISSING, ENTRIES, index, index + 1);
        });
  }

  @Override
  public long cleared() {
    return cleared;
  }

  private static Leaf leaf(long index, byte[] entry) {
    try {
      return Leaf.parse(entry);
    } catch (Malformed unknown) {
      throw new Wrong(Flaw.FORM, ENTRIES, index, index + 1);
    }
  }
}
