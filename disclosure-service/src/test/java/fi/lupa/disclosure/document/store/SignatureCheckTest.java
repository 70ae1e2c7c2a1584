package fi.lupa.disclosure.document.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fi.lupa.disclosure.document.Signature;
import fi.lupa.disclosure.document.signature.SignatureSettings;
import fi.lupa.disclosure.document.signature.SignatureType;
import fi.lupa.disclosure.document.signature.TestSignatures;
import fi.lupa.disclosure.document.signature.TestTrust;
import fi.lupa.disclosure.document.store.Upload.SignaturePart;
import fi.lupa.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the operator takes signed documents only. */
class SignatureCheckTest {
  private static final byte[] CONTENT = "päätös".getBytes(StandardCharsets.UTF_8);
  private final SignatureSettings settings =
      new SignatureSettings(List.of(Path.of(TestTrust.anchors())), List.of(), true);
  private final SignatureCheck check =
      new SignatureCheck(TestSignatures.verifier(settings), settings);

  private @Nullable Signature check(@Nullable SignaturePart part) {
    return check.of(new Upload(new byte[0], CONTENT, "application/json", part)).block();
  }

  private Problem refusal(@Nullable SignaturePart part) {
    return catchThrowableOfType(Problem.class, () -> check(part));
  }

  @Test
  void aVerifiedSignatureIsTaken() {
    SignaturePart part =
        new SignaturePart(SignatureType.JWS, TestSignatures.jws("Aino Äijö", CONTENT));
    Signature signature = check(part);
    assertThat(signature).isNotNull();
    assertThat(signature.state()).isEqualTo(Signature.State.VERIFIED);
    assertThat(signature.signedBy()).isEqualTo("Aino Äijö");
  }

  @Test
  void noSignatureIsRefused() {
    assertThat(refusal(null).code()).isEqualTo("SIGNATURE_REQUIRED");
  }

  @Test
  void aBrokenSignatureIsRefusedWithItsReason() {
    byte[] other = TestSignatures.jws("Aino Äijö", new byte[] {1});
    Problem problem = refusal(new SignaturePart(SignatureType.JWS, other));
    assertThat(problem.code()).isEqualTo("SIGNATURE_REQUIRED");
    assertThat(problem.violations())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.pointer()).isEqualTo("/signature");
          assertThat(violation.message()).endsWith("SIGNATURE_WRONG");
        });
  }
}
