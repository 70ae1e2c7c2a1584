package fi.lupa.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.platform.app.TestApplication;
import fi.lupa.platform.problem.ReasonCatalog;
import fi.lupa.testkit.Backends;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;

/** A service that can't tell whom to believe doesn't start. */
class StartIT {

  @ParameterizedTest
  @CsvSource({
    "LUPA_ISSUER,        '', lupa.security",
    "LUPA_AUDIENCE,      '', lupa.security",
    "LUPA_CLIENT_REF_KEY,'c2hvcnQ=', 32 bytes"
  })
  void refusesToStart(String variable, String value, String said) {
    Backends.Database database = Backends.database("start");
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
      "--LUPA_DISCLOSURE_URL=http://localhost:1",
      "--LUPA_TOKEN_URL=http://localhost:1",
      "--LUPA_CLIENT_ID=a",
      "--LUPA_CLIENT_SECRET=b"
    };
    for (int i = 0; i < settings.length; i++) {
      if (settings[i].startsWith("--" + variable + "=")) {
        settings[i] = "--" + variable + "=" + value;
      }
    }
    assertThatThrownBy(() -> SpringApplication.run(TestApplication.class, settings).close())
        .satisfies(error ->
            assertThat(
                    Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                        .map(Throwable::toString))
                .anyMatch(text -> text.contains(said)));
  }

  @Test
  void everyReasonHasItsTexts() {
    ReasonCatalog catalog = ReasonCatalog.load();
    assertThat(catalog.codes())
        .contains("REQUEST_INVALID", "BACKEND_UNAVAILABLE", "CITIZEN_NOT_IDENTIFIED")
        .allSatisfy(code -> {
          assertThat(code).matches("[A-Z][A-Z0-9_]+");
          ReasonCatalog.Reason reason = catalog.reason(code);
          assertThat(reason.fi()).isNotBlank();
          assertThat(reason.sv()).isNotBlank();
          assertThat(reason.en()).isNotBlank();
        });
    assertThatThrownBy(() -> catalog.reason("NO_SUCH")).hasMessage("unknown reason code NO_SUCH");
  }
}
