package fi.lupa.platform.outbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where a service's events go. Without a topic the service has no outbox.
 *
 * @param topic Kafka topic
 * @param source CloudEvents source, such as {@code /consent-service}
 * @param compacted whether the topic keeps only each key's newest event (after a month at the
 *     earliest)
 * @param partitions partitions of the topic when it is first made
 */
@Validated
@ConfigurationProperties("lupa.outbox")
public record OutboxSettings(
    @NotBlank String topic,
    @NotBlank String source,
    @DefaultValue("false") boolean compacted,
    @DefaultValue("6") @Positive int partitions) {}
