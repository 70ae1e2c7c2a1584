package fi.lupa.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall.ALLOWED_HEADER_NAMES;
import static org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall.ALLOWED_HEADER_VALUES;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeaderTextsTest {

  @Test
  void everyCharacterIsJudgedAsSpringSecurityJudgesIt() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(one -> "a" + Character.toString(one) + "b")
                .filter(text ->
                    HeaderTexts.allowed(text, false) != ALLOWED_HEADER_NAMES.test(text)
                        || HeaderTexts.allowed(text, true) != ALLOWED_HEADER_VALUES.test(text)))
        .isEmpty();
  }

  @Test
  void onlyAValueMayHoldATab() {
    assertThat(HeaderTexts.allowed("a\tb", true)).isTrue();
    assertThat(HeaderTexts.allowed("a\tb", false)).isFalse();
    assertThat(HeaderTexts.allowed("a\nb", true)).isFalse();
    assertThat(HeaderTexts.allowed("", true)).isTrue();
  }
}
