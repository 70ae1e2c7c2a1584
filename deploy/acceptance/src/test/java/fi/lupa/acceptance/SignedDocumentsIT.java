package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Secrets;
import fi.lupa.acceptance.api.Signer;
import fi.lupa.acceptance.api.World;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Electronic signatures by the local test authority, through the gateway. */
@Order(13)
class SignedDocumentsIT {
  private final Person person = Person.next();
  private final Document document = Document.xhtml("1506.11000", "FAMILIES", person);

  @BeforeAll
  static void prepare() {
    World.prepare();
  }

  private Call upload(Optional<String> signature) {
    return document
        .upload(document.metadata(NORTH, NORTH, "OWN_REGISTER", person), signature)
        .as(NORTH);
  }

  private Reply found() {
    Reply answer = Http.expect(200, Records.ownRegister(NORTH, person));
    assertThat(Records.contents(answer)).containsEntry(document.oid(), document.content());
    return answer;
  }

  @Test
  void aSignatureByATrustedSignerIsVerifiedAndItsSignerShown() {
    Reply stored = Http.expect(201, upload(Optional.of(Signer.local().sign(document.content()))));
    assertThat(stored.text("/signature/state")).isEqualTo("VERIFIED");
    assertThat(stored.body()).doesNotContain(Secrets.SIGNER);
    Reply answer = found();
    assertThat(answer.text("/documents/0/signature/state")).isEqualTo("VERIFIED");
    assertThat(answer.text("/documents/0/signature/signedBy")).isEqualTo(Secrets.SIGNER);
  }

  @Test
  void aSignatureOfAnotherDocumentIsNot() {
    String other = Signer.local().sign(document.content() + " ");
    Reply stored = Http.expect(201, upload(Optional.of(other)));
    assertThat(stored.text("/signature/reason")).isEqualTo("SIGNATURE_WRONG");
    Reply answer = found();
    assertThat(answer.text("/documents/0/signature/state")).isEqualTo("NOT_VERIFIED");
    assertThat(answer.body()).doesNotContain(Secrets.SIGNER);
  }

  @Test
  void aRetryOfTheSameBytesIsTheSameStore() {
    Call upload = upload(Optional.of(Signer.local().sign(document.content())));
    Reply first = Http.expect(201, upload);
    assertThat(Http.expect(201, upload).body()).isEqualTo(first.body());
  }

  @Test
  void withoutASignatureThereIsNone() {
    Reply stored = Http.expect(201, upload(Optional.empty()));
    assertThat(stored.text("/signature/state")).isEqualTo("NONE");
  }
}
