package fi.lupa.verify.log;

import fi.lupa.verify.leaf.Kept;
import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Parts;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Payloads;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Malformed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads each event's payload anew: it must be the one that was committed to and stand in its
 * client's log, or be gone and said to be gone by a later entry. What is gone without a word was
 * taken away. Reading and hashing is spread over the processors; what is found is told in order.
 */
final class PayloadCheck implements EntryCheck {
  private static final String ENTRIES = "tile/entries";
  private final Payloads payloads;
  private final Missing missing = new Missing();
  private final Ahead work = new Ahead();
  private long cleared;

  PayloadCheck(Payloads payloads) {
    this.payloads = payloads;
  }

  @Override
  public void entries(long index, List<byte[]> entries) {
    Pending[] pending = new Pending[entries.size()];
    for (int n = 0; n < pending.length; n++) {
      pending[n] = entry(index + n, entries.get(n));
    }
    work.add(() -> firstWrong(index, pending));
  }

  /** What is left to be done of an entry: a flaw that is known, or a payload to be read. */
  private record Pending(
      @Nullable Flaw flaw, Leaf.@Nullable Logged leaf, @Nullable Supplier<Kept> kept) {
    private static final Pending NOTHING = new Pending(null, null, null);
  }

  private Pending entry(long index, byte[] entry) {
    try {
      return switch (Leaf.parse(entry)) {
        case Leaf.Logged logged -> logged(index, logged);
        case Leaf.Cleared clearing -> cleared(index, clearing);
      };
    } catch (Malformed unknown) {
      return new Pending(Flaw.FORM, null, null);
    }
  }

  private Pending logged(long index, Leaf.Logged logged) {
    if (index >= payloads.size()) {
      return Pending.NOTHING;
    }
    Optional<Supplier<Kept>> kept = payloads.of(index, logged.event());
    if (kept.isEmpty()) {
      missing.add(index, logged.event());
      return Pending.NOTHING;
    }
    return new Pending(null, logged, kept.get());
  }

  /**
   * A clearing names an earlier entry whose payload is gone, and the same event as that. One from
   * after the payloads were read may find the payload still there.
   */
  private Pending cleared(long index, Leaf.Cleared clearing) {
    UUID event = missing.take(clearing.index());
    if (event == null && index >= payloads.size()) {
      return Pending.NOTHING;
    }
    if (!clearing.event().equals(event)) {
      return new Pending(Flaw.CLEARING, null, null);
    }
    cleared++;
    return Pending.NOTHING;
  }

  private static @Nullable Wrong firstWrong(long index, Pending[] pending) {
    Hasher hasher = new Hasher();
    for (int n = 0; n < pending.length; n++) {
      Flaw flaw = flaw(pending[n], hasher);
      if (flaw != null) {
        return new Wrong(flaw, ENTRIES, index + n, index + n + 1);
      }
    }
    return null;
  }

  private static @Nullable Flaw flaw(Pending pending, Hasher hasher) {
    Supplier<Kept> supplier = pending.kept;
    Leaf.Logged leaf = pending.leaf;
    if (supplier == null || leaf == null) {
      return pending.flaw;
    }
    try {
      Kept kept = supplier.get();
      Payload payload = kept.payload();
      Parts parts = Parts.of(payload.type(), payload.data());
      if (!payload.commitments(parts, hasher).equals(leaf.commitments())) {
        return Flaw.PAYLOAD;
      }
      return parts.client().stream().toList().equals(kept.clients()) ? null : Flaw.PLACE;
    } catch (Malformed unreadable) {
      return Flaw.PAYLOAD;
    }
  }

  @Override
  public void settle() {
    work.settle();
  }

  @Override
  public void end() {
    settle();
    missing
        .first()
        .ifPresent(index -> {
          throw new Wrong(Flaw.PAYLOAD_MISSING, ENTRIES, index, index + 1);
        });
    if (payloads.unlogged() > 0) {
      throw new Wrong(Flaw.UNLOGGED, ENTRIES, 0, 0);
    }
  }

  @Override
  public long cleared() {
    return cleared;
  }
}
