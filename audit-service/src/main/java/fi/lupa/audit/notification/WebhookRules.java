package fi.lupa.audit.notification;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a webhook may lead: a stranger's address must not make this service call what stands inside
 * the operator's network (server-side request forgery).
 */
final class WebhookRules {
  private static final int HTTPS = 443;

  private WebhookRules() {}

  /**
   * The address, when its form is one that may be called.
   *
   * @param privateHosts those that may also be called by plain http and on any port
   */
  static Optional<URI> target(String address, Set<String> privateHosts) {
    try {
      URI uri = new URI(address);
      if (uri.getScheme() == null
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawFragment() != null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      boolean own = isPrivate(uri, privateHosts);
      boolean plain = scheme.equals("http") && own;
      boolean port = uri.getPort() == -1 || uri.getPort() == HTTPS || own;
      return (scheme.equals("https") || plain) && port ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether the operator has named the host as its own. */
  static boolean isPrivate(URI target, Set<String> privateHosts) {
    return privateHosts.contains(target.getHost().toLowerCase(Locale.ROOT));
  }

  /** Whether an address is one of the public Internet (RFC 6890 and IANA's special registries). */
  static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean shared = first == 100 && (second & 0xc0) == 64;
    boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean relay = first == 192 && second == 88 && third == 99;
    boolean benchmark = first == 198 && (second == 18 || second == 19 || second == 51);
    boolean documentation = first == 203 && second == 0 && third == 113;
    return first != 0
        && first < 240
        && !(shared || protocols || relay || benchmark || documentation);
  }

  /** Global unicast is 2000::/3; in it 6to4 and Teredo could lead back inside. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    boolean teredoAndDocumentation = first == 0x2001 && (second < 0x200 || second == 0xdb8);
    return (first & 0xe000) == 0x2000 && first != 0x2002 && !teredoAndDocumentation;
  }

  /**
   * What to connect to: each address that the name has must be public, so that none can be chosen
   * that isn't.
   */
  static InetAddress resolve(URI target, Set<String> privateHosts) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(target.getHost());
    for (InetAddress one : all) {
      if (!isPublic(one) && !isPrivate(target, privateHosts)) {
        throw new UnknownHostException("not an address of the public Internet");
      }
    }
    return all[0];
  }
}
