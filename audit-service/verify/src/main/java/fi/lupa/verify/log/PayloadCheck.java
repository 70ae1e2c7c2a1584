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
import java.util.function.Function;
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
  private Verdict.Cleared cleared = Verdict.Cleared.NONE;

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

  /** What is left to be done of an entry: a flaw that is known, or bytes to be read. */
  private record Pending(
      @Nullable Flaw flaw, byte @Nullable [] entry, @Nullable Function<UUID, Kept> kept) {
    private static final Pending NOTHING = new Pending(null, null, null);

    private static Pending wrong(Flaw flaw) {
      return new Pending(flaw, null, null);
    }
  }

  /** What can be is left to others: only what is gone and what clears is read here, in order. */
  private Pending entry(long index, byte[] entry) {
    try {
      if (!Leaf.isLogged(entry)) {
        return Leaf.parse(entry) instanceof Leaf.Cleared clearing
            ? cleared(index, clearing)
            : Pending.wrong(Flaw.FORM);
      }
      Optional<Function<UUID, Kept>> kept =
          index < payloads.size() ? payloads.of(index) : Optional.empty();
      if (kept.isEmpty() && index < payloads.size()) {
        missing.add(index, Leaf.parse(entry).event());
        return Pending.NOTHING;
      }
      return new Pending(null, entry, kept.orElse(null));
    } catch (Malformed unknown) {
      return Pending.wrong(Flaw.FORM);
    }
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
      return Pending.wrong(Flaw.CLEARING);
    }
    cleared = cleared.and(clearing.why());
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
    if (pending.entry == null) {
      return pending.flaw;
    }
    Leaf leaf;
    try {
      leaf = Leaf.parse(pending.entry);
    } catch (Malformed unknown) {
      return Flaw.FORM;
    }
    return leaf instanceof Leaf.Logged logged && pending.kept != null
        ? flaw(logged, pending.kept, hasher)
        : null;
  }

  private static @Nullable Flaw flaw(Leaf.Logged leaf, Function<UUID, Kept> read, Hasher hasher) {
    try {
      Kept kept = read.apply(leaf.event());
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
  public Verdict.Cleared cleared() {
    return cleared;
  }
}
