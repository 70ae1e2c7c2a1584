package fi.lupa.platform.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Patterns by RE2, in time linear in the text. Java's own engine backtracks: even the national
 * pattern {@code ^urn:oid:1\.2\.246\.537\.6\.1207(\.\d+)*$} overflows its stack on a long text, and
 * another could keep a processor busy for years. RE2 knows no back reference and no look-around,
 * which JSON Schema advises against as well (draft-07, 4.3).
 */
final class LinearPatterns implements RegularExpressionFactory {

  /** Each is made once: the national schemas have 79 of them in 1,386 places. */
  private final Map<String, RegularExpression> made = new ConcurrentHashMap<>();

  @Override
  public RegularExpression getRegularExpression(String regex) {
    return made.computeIfAbsent(regex, LinearPatterns::make);
  }

  private static RegularExpression make(String regex) {
    try {
      Pattern pattern = Pattern.compile(re2(regex));
      return value -> pattern.matcher(value).find();
    } catch (PatternSyntaxException e) {
      throw new BadSchemas("pattern " + regex, "can't be checked in linear time");
    }
  }

  /** Only the four-digit escape is written otherwise in RE2. */
  private static String re2(String ecma) {
    StringBuilder re2 = new StringBuilder();
    for (int i = 0; i < ecma.length(); i++) {
      char c = ecma.charAt(i);
      if (c == '\\' && i + 1 < ecma.length()) {
        char escaped = ecma.charAt(++i);
        if (escaped == 'u' && i + 4 < ecma.length()) {
          re2.append("\\x{").append(ecma, i + 1, i + 5).append('}');
          i += 4;
        } else {
          re2.append(c).append(escaped);
        }
      } else {
        re2.append(c);
      }
    }
    return re2.toString();
  }
}
