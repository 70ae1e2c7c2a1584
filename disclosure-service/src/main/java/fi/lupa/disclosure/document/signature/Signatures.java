package fi.lupa.disclosure.document.signature;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Verifies signatures by the operator's trust anchors, on threads of its own, no more than there
 * are processors: a large document is several times in memory while it is verified.
 */
@Component
public class Signatures implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Signatures.class);

  private final SignatureVerifier verifier;
  private final Clock clock;
  private final Scheduler threads =
      Schedulers.newBoundedElastic(
          Runtime.getRuntime().availableProcessors(), Integer.MAX_VALUE, "signatures");

  Signatures(SignatureSettings settings, Clock clock) {
    TrustAnchors anchors = TrustAnchors.read(settings.trustAnchors());
    if (settings.requireSignature() && anchors.isEmpty()) {
      throw new IllegalArgumentException("LUPA_REQUIRE_SIGNATURE needs LUPA_TRUST_ANCHORS");
    }
    this.verifier =
        new SignatureVerifier(anchors, new RevocationLists(settings.revocationLists(), clock));
    this.clock = clock;
    LOG.info("Signatures are verified by {} trust anchors", anchors.size());
  }

  /** Verifies a signature of these bytes that was received now. */
  public Mono<SignatureVerdict> verify(SignatureType type, byte[] signature, byte[] content) {
    return Mono.fromCallable(() -> verifier.verify(type, signature, content, clock.instant()))
        .subscribeOn(threads);
  }

  @Override
  public void destroy() {
    threads.dispose();
  }
}
