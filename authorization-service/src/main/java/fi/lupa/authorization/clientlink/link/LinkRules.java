package fi.lupa.authorization.clientlink.link;

import fi.lupa.contracts.Oid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may link a temporary identifier: the organisation that gave it, which its own arcs name
 * (domain sheet 5.6 and 6): {@code 1.2.246.10.<arc>.22.<year>...}, or with the unit that gave it,
 * {@code 1.2.246.10.<arc>.10.<unit>.22.<year>...}. An organisation's own OID stands under the same
 * arc.
 */
final class LinkRules {
  private static final Pattern ORGANISATION = Pattern.compile("(1\\.2\\.246\\.10\\.\\d+)\\..+");
  private static final Pattern TEMPORARY =
      Pattern.compile("(1\\.2\\.246\\.10\\.\\d+)(\\.10\\.\\d+)?\\.22\\.(19|20|21)\\d\\d(\\.\\d+)+");

  private LinkRules() {}

  static boolean isGivenBy(Oid temporaryId, Oid organisation) {
    Matcher given = TEMPORARY.matcher(temporaryId.value());
    Matcher own = ORGANISATION.matcher(organisation.value());
    return given.matches() && own.matches() && given.group(1).equals(own.group(1));
  }
}
