package fi.lupa.platform.token;

import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

/**
 * What names and values of headers may hold, as Spring Security says it by regular expressions:
 * assigned characters, none of them a control character but tab in a value. It looks at a header
 * each time it is read, a token of a thousand characters too.
 */
final class HeaderTexts {
  private HeaderTexts() {}

  /** Spring Security's own firewall, with these checks in place of its expressions. */
  static StrictServerWebExchangeFirewall firewall() {
    StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
    firewall.setAllowedHeaderNames(name -> allowed(name, false));
    firewall.setAllowedHeaderValues(value -> value == null || allowed(value, true));
    return firewall;
  }

  static boolean allowed(String text, boolean tab) {
    int at = 0;
    while (at < text.length()) {
      int one = text.codePointAt(at);
      boolean plain = one >= ' ' && one <= '~';
      boolean fits =
          plain
              || (tab && one == '\t')
              || (Character.isDefined(one) && !Character.isISOControl(one));
      if (!fits) {
        return false;
      }
      at += Character.charCount(one);
    }
    return true;
  }
}
