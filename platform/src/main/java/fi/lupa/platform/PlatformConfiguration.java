package fi.lupa.platform;

import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.OpaqueOids;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.IdempotencyCleaner;
import fi.lupa.platform.problem.ProblemHandler;
import fi.lupa.platform.problem.ProblemWriter;
import fi.lupa.platform.problem.ReasonCatalog;
import fi.lupa.platform.security.CallerArguments;
import fi.lupa.platform.security.SecuritySettings;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.BodyArguments;
import fi.lupa.platform.web.BodyReader;
import fi.lupa.platform.web.Contract;
import fi.lupa.platform.web.HeaderArguments;
import fi.lupa.platform.web.JsonAnswers;
import java.time.Clock;
import java.util.Base64;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Everything of the platform, in every service that has it on its class path. */
@AutoConfiguration
@Import({
  fi.lupa.platform.security.SecurityConfiguration.class,
  fi.lupa.platform.outbox.OutboxConfiguration.class,
  fi.lupa.platform.fence.FenceConfiguration.class,
  fi.lupa.platform.sql.direct.DirectConfiguration.class,
  fi.lupa.platform.schema.SchemaConfiguration.class
})
public class PlatformConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Ids ids() {
    return new Ids();
  }

  @Bean
  @ConditionalOnProperty("lupa.client-ref.key")
  ClientRefs clientRefs(@Value("${lupa.client-ref.key}") String key) {
    return new ClientRefs(Base64.getDecoder().decode(key));
  }

  @Bean
  @ConditionalOnProperty("lupa.client-ref.key")
  OpaqueOids opaqueOids(@Value("${lupa.client-ref.key}") String key) {
    return new OpaqueOids(Base64.getDecoder().decode(key));
  }

  @Bean
  ReasonCatalog reasonCatalog() {
    return ReasonCatalog.load();
  }

  @Bean
  ProblemWriter problemWriter(ReasonCatalog catalog, JsonMapper json) {
    return new ProblemWriter(catalog, json);
  }

  @Bean
  ProblemHandler problemHandler(ProblemWriter writer) {
    return new ProblemHandler(writer);
  }

  @Bean
  Transactions transactions(ReactiveTransactionManager manager) {
    return new Transactions(manager);
  }

  @Bean
  @ConditionalOnProperty("lupa.client-ref.key")
  Idempotency idempotency(DatabaseClient db, JsonMapper json, ClientRefs hashes) {
    return new Idempotency(db, json, hashes);
  }

  @Bean
  IdempotencyCleaner idempotencyCleaner(DatabaseClient db) {
    return new IdempotencyCleaner(db);
  }

  @Bean
  Contract contract(@Value("${lupa.openapi}") String resource) {
    return Contract.load(resource);
  }

  @Bean
  BodyReader bodyReader(JsonMapper json, Contract contract) {
    return new BodyReader(json, contract);
  }

  @Bean
  JsonAnswers jsonAnswers(Contract contract) {
    return new JsonAnswers(contract);
  }

  @Bean
  WebFluxConfigurer platformArguments(
      BodyReader bodies, SecuritySettings security, ObjectProvider<ClientRefs> clientRefs) {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(
            new CallerArguments(security, clientRefs),
            new BodyArguments(bodies),
            new HeaderArguments());
      }
    };
  }
}
