package fi.lupa.platform.fence;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where facts are pushed, and the client credentials to push them with.
 *
 * @param disclosureUrl base URL of the disclosure-service
 * @param tokenUrl the issuer's token endpoint
 * @param patience how long an answer to the caller waits for the push
 */
@Validated
@ConfigurationProperties("lupa.fence")
public record FenceSettings(
    @NotBlank String disclosureUrl,
    @NotBlank String tokenUrl,
    @NotBlank String clientId,
    @NotBlank String clientSecret,
    @DefaultValue("2s") Duration patience) {}
