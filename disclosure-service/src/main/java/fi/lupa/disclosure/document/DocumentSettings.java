package fi.lupa.disclosure.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param writeGrace how long after the end of a usage right documents born during it may still be
 *     stored (facts 1.4)
 */
@ConfigurationProperties("lupa.documents")
public record DocumentSettings(@DefaultValue("30d") Duration writeGrace) {}
