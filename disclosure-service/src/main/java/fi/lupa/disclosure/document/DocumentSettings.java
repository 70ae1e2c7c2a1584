package fi.lupa.disclosure.document;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param schemas folders with national document schemas, one file {@code <schema OID>.json} each,
 *     besides Lupa's own
 * @param writeGrace how long after the end of a usage right documents born during it may still be
 *     stored (facts 1.4)
 */
@ConfigurationProperties("lupa.documents")
public record DocumentSettings(
    @DefaultValue List<Path> schemas, @DefaultValue("30d") Duration writeGrace) {}
