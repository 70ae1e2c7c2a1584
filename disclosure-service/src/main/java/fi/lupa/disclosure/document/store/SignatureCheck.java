package fi.lupa.disclosure.document.store;

import fi.lupa.disclosure.document.Signature;
import fi.lupa.disclosure.document.signature.SignatureSettings;
import fi.lupa.disclosure.document.signature.Signatures;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an upload's signature is worth. A broken one doesn't keep a document out by default. */
@Component
class SignatureCheck {
  private final Signatures signatures;
  private final boolean required;

  SignatureCheck(Signatures signatures, SignatureSettings settings) {
    this.signatures = signatures;
    this.required = settings.requireSignature();
  }

  Mono<Signature> of(Upload upload) {
    Upload.SignaturePart part = upload.signature();
    Mono<Signature> signature =
        part == null
            ? Mono.just(Signature.NONE)
            : signatures
                .verify(part.type(), part.bytes(), upload.content())
                .map(verdict -> Signature.of(part.type(), verdict));
    return signature.doOnNext(this::check);
  }

  private void check(Signature signature) {
    if (required && signature.state() != Signature.State.VERIFIED) {
      String why =
          signature.reason() == null ? "is required" : "isn't verified: " + signature.reason();
      throw Problem.invalid("SIGNATURE_REQUIRED", List.of(new Violation("/signature", why)));
    }
  }
}
