package fi.lupa.gateway.portal;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For whom the signed-in person acts, as the page may say it: by the right and the day of birth,
 * which tells a parent's children apart.
 *
 * @param role as the token has it, such as GUARDIAN_OF_MINOR
 */
record OnBehalf(String role, LocalDate born) {
  private static final Pattern CODE =
      Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{2})([-+A-FU-Y]).{4}");

  /**
   * Empty when somebody acts for themselves. The token comes from the issuer by the gateway's own
   * call and is checked wherever it is used, so it is only read here.
   *
   * @param identityCodeClaim which of its claims has the represented person's identity code
   */
  static Optional<OnBehalf> of(String token, String identityCodeClaim) {
    try {
      JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
      Map<String, Object> relation = claims.getJSONObjectClaim("representation");
      String person = claims.getStringClaim(identityCodeClaim);
      return relation == null || person == null
          ? Optional.empty()
          : Optional.of(new OnBehalf(String.valueOf(relation.get("role")), born(person)));
    } catch (ParseException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate born(String code) {
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      throw new DateTimeException("not a personal identity code");
    }
    int century =
        switch (parts.group(4).charAt(0)) {
          case '+' -> 1800;
          case 'A', 'B', 'C', 'D', 'E', 'F' -> 2000;
          default -> 1900;
        };
    return LocalDate.of(
        century + Integer.parseInt(parts.group(3)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(1)));
  }
}
