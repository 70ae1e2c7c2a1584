package fi.lupa.authorization;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** A service that isn't told where its changes come into force doesn't start. */
class StartTest {

  @Test
  void refusesToStartWithoutTheDisclosureServicesAddress() {
    assertThatThrownBy(
            () -> SpringApplication.run(AuthorizationApplication.class, "--server.port=0").close())
        .hasStackTraceContaining("LUPA_DISCLOSURE_URL");
  }
}
