package fi.lupa.platform.schema;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where national document schemas come from, besides Lupa's own samples.
 *
 * @param sources folders and archives (zip, tar.gz) with files {@code <schema OID>.json}; none is
 *     fine
 * @param poll how often they are looked at for changes
 */
@ConfigurationProperties("lupa.schemas")
record SchemaSettings(@DefaultValue List<Path> sources, @DefaultValue("10s") Duration poll) {}
