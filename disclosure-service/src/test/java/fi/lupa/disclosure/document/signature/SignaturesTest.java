package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Verifying.AINO;
import static fi.lupa.disclosure.document.signature.Verifying.CONTENT;
import static fi.lupa.disclosure.document.signature.Verifying.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private static final Clock CLOCK = Clock.fixed(Authority.NOW, ZoneOffset.UTC);

  private static SignatureSettings settings(boolean required, String... anchors) {
    return new SignatureSettings(
        List.of(anchors).stream().map(Path::of).toList(), List.of(), required);
  }

  private static @Nullable SignatureReason verified(Signatures signatures) {
    SignatureVerdict verdict =
        signatures
            .verify(SignatureType.JWS, Jws.es256(AINO).sign(CONTENT), CONTENT)
            .block(Duration.ofSeconds(10));
    return verdict == null ? null : reason(verdict);
  }

  @Test
  void theOperatorsAnchorsAreTrusted() {
    Signatures signatures = new Signatures(settings(true, TestTrust.anchors()), CLOCK);
    assertThat(verified(signatures)).isNull();
    signatures.destroy();
  }

  @Test
  void withoutAnchorsNothingIsVerified() {
    Signatures signatures = new Signatures(settings(false), CLOCK);
    assertThat(verified(signatures)).isEqualTo(SignatureReason.NO_TRUST_ANCHORS);
    signatures.destroy();
  }

  @Test
  void verifyingHasThreadsOfItsOwn() {
    Signatures signatures = new Signatures(settings(false, TestTrust.anchors()), CLOCK);
    AtomicReference<String> thread = new AtomicReference<>("");
    signatures
        .verify(SignatureType.JWS, new byte[0], CONTENT)
        .doOnNext(_ -> thread.set(Thread.currentThread().getName()))
        .block(Duration.ofSeconds(10));
    assertThat(thread.get()).startsWith("signatures");
    signatures.destroy();
  }

  @Test
  void anchorsThatCannotBeReadEndTheStart() {
    assertThatThrownBy(() -> new Signatures(settings(false, "/does/not/exist.pem"), CLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LUPA_TRUST_ANCHORS: /does/not/exist.pem can't be read");
  }

  @Test
  void requiringWhatNobodyCanFulfilEndsTheStart() {
    assertThatThrownBy(() -> new Signatures(settings(true), CLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LUPA_TRUST_ANCHORS");
  }
}
