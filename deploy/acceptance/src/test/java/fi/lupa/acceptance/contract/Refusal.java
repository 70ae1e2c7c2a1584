package fi.lupa.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Reply;
import java.util.List;
import java.util.Locale;

/** What every refusal must look like (RFC 9457, with Lupa's own members). */
public final class Refusal {
  private Refusal() {}

  /** Sends a request that must be refused so. */
  public static Reply of(Call call, int status, String code) {
    Reply reply = Http.refuse(status, code, call);
    String kebab = code.toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(reply.text("/type")).isEqualTo("https://lupa.fi/problems/" + kebab);
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.text("/title")).isNotBlank();
    assertThat(reply.text("/detail")).isNotBlank();
    if (status != 404 && status != 405) { // an address that isn't offered is not repeated
      assertThat(reply.text("/instance")).isEqualTo(call.path().split("\\?")[0]);
    }
    assertThat(reply.text("/traceId")).matches("[0-9a-f]{32}");
    return reply;
  }

  /** Sends a request whose body must be refused with a violation at a pointer or below it. */
  public static void invalid(Call call, String pointer, String sent) {
    Reply reply = of(call, 400, "REQUEST_INVALID");
    List<String> pointers = reply.json().path("violations").findValuesAsString("pointer");
    assertThat(pointers).as(reply.body()).anyMatch(found -> found.startsWith(pointer));
    if (!sent.isEmpty()) {
      assertThat(reply.body()).doesNotContain(sent);
    }
  }
}
