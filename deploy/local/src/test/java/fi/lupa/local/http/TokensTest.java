package fi.lupa.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {

  private final List<String> asked = new ArrayList<>();
  private HttpServer issuer;
  private int status = 200;
  private String answer = "{\"access_token\":\"t0ken\"}";

  @BeforeEach
  void listen() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/oauth2/token",
        exchange -> {
          asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    issuer.start();
  }

  @AfterEach
  void close() {
    issuer.stop(0);
  }

  @Test
  void asksAsTheOrganisation() {
    assertThat(tokens().organisation("operator")).isEqualTo("t0ken");
    assertThat(asked)
        .containsExactly("Basic b3BlcmF0b3I6b3BlcmF0b3Itc2VjcmV0", "grant_type=client_credentials");
  }

  @Test
  void sendsTheCitizensCodeInTheBody() {
    tokens().citizen("010150+900C");

    assertThat(asked.getLast())
        .isEqualTo("grant_type=client_credentials&identity_code=010150%2B900C");
  }

  @Test
  void namesWhoIsRepresentedInTheBodyToo() {
    tokens().representative("010150+900C", "020516C903K");

    assertThat(asked.getLast())
        .isEqualTo(
            "grant_type=client_credentials&identity_code=010150%2B900C&represented=020516C903K");
  }

  @Test
  void tellsTheIssuersReason() {
    status = 400;
    answer = "{\"error\":\"invalid_request\",\"error_description\":\"no valid code\"}";

    assertThatThrownBy(() -> tokens().citizen("x"))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage("The issuer gave no token: no valid code.");
  }

  @Test
  void saysThatNothingRuns() {
    issuer.stop(0);

    assertThatThrownBy(() -> tokens().organisation("operator"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.NOT_RUNNING))
        .hasMessageContaining("./lupa up");
  }

  private Tokens tokens() {
    return new Tokens("http://localhost:" + issuer.getAddress().getPort());
  }
}
