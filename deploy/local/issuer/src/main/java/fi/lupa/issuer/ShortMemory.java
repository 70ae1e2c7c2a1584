package fi.lupa.issuer;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers the codes of people who are just signing in, until they are used or have expired, and
 * no token at all. Tokens are never needed again, and the default service keeps every one for good:
 * a load test would fill the heap, and a citizen's token holds an identity code.
 */
final class ShortMemory implements OAuth2AuthorizationService {
  private static final int AT_MOST = 1_000;

  private final Map<String, OAuth2Authorization> codes = new LinkedHashMap<>();

  @Override
  public synchronized void save(OAuth2Authorization authorization) {
    OAuth2Authorization.Token<OAuth2AuthorizationCode> code =
        authorization.getToken(OAuth2AuthorizationCode.class);
    if (code == null) {
      return;
    }
    codes.values().removeIf(one -> !isActive(one));
    if (authorization.getAccessToken() == null && code.isActive()) {
      codes.put(code.getToken().getTokenValue(), authorization);
      forgetTheOldest();
    } else {
      codes.remove(code.getToken().getTokenValue());
    }
  }

  @Override
  public synchronized void remove(OAuth2Authorization authorization) {
    codes.values().removeIf(one -> one.getId().equals(authorization.getId()));
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findById(String id) {
    return codes.values().stream().filter(one -> one.getId().equals(id)).findFirst().orElse(null);
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType type) {
    return codes.get(token);
  }

  private void forgetTheOldest() {
    Iterator<String> oldest = codes.keySet().iterator();
    while (codes.size() > AT_MOST) {
      oldest.next();
      oldest.remove();
    }
  }

  private static boolean isActive(OAuth2Authorization authorization) {
    OAuth2Authorization.Token<OAuth2AuthorizationCode> code =
        authorization.getToken(OAuth2AuthorizationCode.class);
    return code != null && code.isActive();
  }
}
