package fi.lupa.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.Oid;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ClientsTest {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final IdentityCode CODE = new IdentityCode("131052-308T");
  private static final TemporaryId TEMPORARY = new TemporaryId(new Oid("1.2.246.10.1"));

  private final JsonMapper json = JsonMapper.builder().build();
  private final ClientRefs refs = new ClientRefs(KEY);

  record Body(ClientId client) {}

  private ClientId read(String client) {
    return json.readValue("{\"client\":" + client + "}", Body.class).client();
  }

  @Test
  void jsonNamesAClientOneWayOrTheOther() {
    assertThat(read("{\"identityCode\":\"131052-308T\"}")).isEqualTo(CODE);
    assertThat(read("{\"temporaryId\":\"1.2.246.10.1\"}")).isEqualTo(TEMPORARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"identityCode\":\"131052-308T\",\"temporaryId\":\"1.2.246.10.1\"}",
        "{\"identityCode\":\"131052-308U\"}",
        "{\"temporaryId\":\"131052-308T\"}",
        "{\"name\":\"131052-308T\"}",
        "\"131052-308T\""
      })
  void jsonNamesAClientInNoOtherWay(String client) {
    assertThatThrownBy(() -> read(client)).isInstanceOf(JacksonException.class);
  }

  @Test
  void jsonComesBackAsItWas() {
    for (ClientId id : new ClientId[] {CODE, TEMPORARY}) {
      assertThat(json.readValue(json.writeValueAsString(new Body(id)), Body.class).client())
          .isEqualTo(id);
    }
  }

  @Test
  void identifiersHideThemselves() {
    assertThat(new Body(CODE).toString()).doesNotContain("131052");
    assertThat(TEMPORARY).hasToString("TemporaryId[hidden]");
    assertThatThrownBy(() -> read("{\"identityCode\":\"131052-308U\"}").toString())
        .hasMessageNotContaining("131052");
  }

  @Test
  void aPseudonymIsStable() {
    assertThat(refs.of(CODE)).isEqualTo(new ClientRefs(KEY.clone()).of(CODE));
    assertThat(refs.of(CODE)).hasToString("%s".formatted(refs.of(CODE).value()));
    assertThat(refs.professional("A-1"))
        .matches("[0-9a-f]{32}")
        .isEqualTo(refs.professional("A-1"));
  }

  /** Computed by another HMAC implementation (Python): what is stored hangs on it. */
  @Test
  void aPseudonymNeverChanges() {
    assertThat(refs.of(CODE).value()).hasToString("bcc9300d-1e82-19cf-ebb1-b469a070b5ae");
  }

  @Test
  void pseudonymsAreApartByPersonKindAndKey() {
    byte[] otherKey = KEY.clone();
    otherKey[31]++;
    String text = "1.2.246.10.1";
    assertThat(refs.of(CODE)).isNotEqualTo(refs.of(new IdentityCode("131052A308T")));
    assertThat(refs.of(CODE)).isNotEqualTo(new ClientRefs(otherKey).of(CODE));
    assertThat(refs.professional(text))
        .isNotEqualTo(refs.of(TEMPORARY).value().toString().replace("-", ""));
    assertThat(refs.fingerprint("a".getBytes(StandardCharsets.UTF_8)))
        .hasSize(32)
        .isNotEqualTo(refs.fingerprint("b".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theKeyIsLongEnough() {
    assertThatThrownBy(() -> new ClientRefs(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes");
  }
}
