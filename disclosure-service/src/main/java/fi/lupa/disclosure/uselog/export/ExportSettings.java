package fi.lupa.disclosure.uselog.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param settled how old an access must be to be exported: one that is younger may still be joined
 *     by an older one that hasn't committed yet, which a cursor would then have passed
 * @param enterpriseNumber the operator's number in syslog's structured data; 32473 is the one for
 *     examples (RFC 5612)
 */
@ConfigurationProperties("lupa.use-log")
record ExportSettings(
    @DefaultValue("60s") Duration settled, @DefaultValue("32473") int enterpriseNumber) {}
