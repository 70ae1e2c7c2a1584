package fi.lupa.disclosure.document.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.disclosure.DisclosureApplication;
import fi.lupa.testkit.Backends;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** A service that can't read whom it should trust doesn't start, and says which file it is. */
class SignatureStartIT {

  @Test
  void refusesToStartWithAnchorsThatCannotBeRead() {
    Backends.Database database = Backends.database("anchors");
    String[] settings = {
      "--SERVER_PORT=0",
      "--LUPA_DB_HOST=" + database.host(),
      "--LUPA_DB_PORT=" + database.port(),
      "--LUPA_DB_NAME=" + database.name(),
      "--LUPA_DB_USER=" + database.user(),
      "--LUPA_DB_PASSWORD=" + database.password(),
      "--LUPA_KAFKA=localhost:1",
      "--LUPA_ISSUER=http://localhost:1",
      "--LUPA_AUDIENCE=lupa",
      "--LUPA_CLIENT_REF_KEY=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
      "--LUPA_TRUST_ANCHORS=/no/such/anchor.pem"
    };
    assertThatThrownBy(() -> SpringApplication.run(DisclosureApplication.class, settings).close())
        .satisfies(error ->
            assertThat(
                    Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                        .map(Throwable::getMessage))
                .anyMatch(text ->
                    text != null
                        && text.startsWith("LUPA_TRUST_ANCHORS: /no/such/anchor.pem can't be")));
  }
}
