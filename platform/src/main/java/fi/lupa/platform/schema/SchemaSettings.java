package fi.lupa.platform.schema;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where national document schemas come from, besides Lupa's own samples.
 *
 * @param sources folders with files {@code <schema OID>.json}; none is fine
 */
@ConfigurationProperties("lupa.schemas")
record SchemaSettings(@DefaultValue List<Path> sources) {}
