package fi.lupa.platform.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are believed. All are required: a service without them refuses to start.
 *
 * @param issuer the {@code iss} a token must have
 * @param audience the {@code aud} a token must hold
 * @param jwksUrl where the issuer's public keys are
 * @param identityCodeClaim the claim with a citizen's identity code; Suomi.fi uses {@code
 *     urn:oid:1.2.246.21}
 */
@Validated
@ConfigurationProperties("lupa.security")
public record SecuritySettings(
    @NotBlank String issuer,
    @NotBlank String audience,
    @NotBlank String jwksUrl,
    @NotBlank String identityCodeClaim) {}
