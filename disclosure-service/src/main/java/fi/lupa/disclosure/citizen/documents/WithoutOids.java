package fi.lupa.disclosure.citizen.documents;

import java.util.regex.Pattern;

/**
 * Takes object identifiers out of a text: a citizen is never shown one (content definition of
 * 1505.9). No number of JSON and no markup of XHTML has so many points, so the text stays what it
 * was.
 */
final class WithoutOids {
  private static final Pattern OID =
      Pattern.compile("(?<![0-9.])(?:urn:oid:)?[0-2](?:\\.[0-9]{1,39}+){5,}+(?![0-9])");

  private WithoutOids() {}

  static String of(String text) {
    return OID.matcher(text).replaceAll("…");
  }
}
