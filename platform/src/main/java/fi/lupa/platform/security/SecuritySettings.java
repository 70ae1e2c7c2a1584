package fi.lupa.platform.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How a citizen is told by a token.
 *
 * @param identityCodeClaim the claim with a citizen's identity code; Suomi.fi uses {@code
 *     urn:oid:1.2.246.21}
 */
@Validated
@ConfigurationProperties("lupa.security")
public record SecuritySettings(@NotBlank String identityCodeClaim) {}
