package fi.lupa.disclosure.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param destroy whether documents whose time is up are destroyed; without it their days are only
 *     counted and listed
 * @param look how often what is due is looked for
 */
@ConfigurationProperties("lupa.retention")
record RetentionSettings(
    @DefaultValue("true") boolean destroy, @DefaultValue("1m") Duration look) {}
