package fi.lupa.platform.sql.direct;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connections of {@link DirectTransactions}, which a service has besides those of R2DBC.
 *
 * @param connections how many, and as many threads; a few per processor of the database are enough
 * @param readers how many for {@code readingTransactions}, which only read; without them a service
 *     has none
 * @param patience how long a transaction waits for its turn before its caller hears that the
 *     database is busy
 */
@ConfigurationProperties("lupa.direct")
public record DirectSettings(
    int connections, @DefaultValue("0") int readers, @DefaultValue("3s") Duration patience) {}
