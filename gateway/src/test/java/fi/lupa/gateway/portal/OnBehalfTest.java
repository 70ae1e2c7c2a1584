package fi.lupa.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnBehalfTest {
  private static String token(String claim) {
    return new PlainJWT(
            new JWTClaimsSet.Builder()
                .claim(claim, "020516A903K")
                .claim("representation", Map.of("id", "r-1", "role", "MANDATE"))
                .build())
        .serialize();
  }

  @Test
  void thePersonIsReadFromTheClaimThatTheOperatorNames() {
    assertThat(OnBehalf.of(token("person"), "person"))
        .contains(new OnBehalf("MANDATE", LocalDate.of(2016, 5, 2)));
    assertThat(OnBehalf.of(token("urn:oid:1.2.246.21"), "urn:oid:1.2.246.21")).isPresent();
  }
}
