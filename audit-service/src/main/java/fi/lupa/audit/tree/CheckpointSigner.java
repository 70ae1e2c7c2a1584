package fi.lupa.audit.tree;

import fi.lupa.platform.loop.Loop;
import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.NoteSigner;
import fi.lupa.verify.tree.Hasher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Signs the tree when it has grown, at most once a second whichever instances run. It signs what is
 * committed and nothing else, so that instances can't contradict each other.
 */
@Component
class CheckpointSigner extends Loop {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration APART = Duration.ofMillis(800);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final TreeStore tree;
  private final CheckpointStore checkpoints;
  private final NoteSigner signer;

  CheckpointSigner(TreeStore tree, CheckpointStore checkpoints, NoteSigner signer) {
    super("checkpoints", "no checkpoint could be signed", PAUSE);
    this.tree = tree;
    this.checkpoints = checkpoints;
    this.signer = signer;
  }

  @Override
  protected Duration turn() {
    Growth.StoredTree now = Objects.requireNonNull(tree.read().block(PATIENCE));
    SignedCheckpoint last = checkpoints.newest().block(PATIENCE);
    if (last == null || last.size() < now.size()) {
      Checkpoint checkpoint =
          new Checkpoint(signer.key().name(), now.size(), now.frontier(new Hasher()).root());
      String note = new String(signer.sign(checkpoint.text()).bytes(), StandardCharsets.UTF_8);
      checkpoints.add(now.size(), note, APART).block(PATIENCE);
    }
    return PAUSE;
  }
}
