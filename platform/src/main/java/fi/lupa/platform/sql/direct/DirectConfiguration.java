package fi.lupa.platform.sql.direct;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;

/** Direct transactions, for services that say how many at once. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lupa.direct.connections")
@EnableConfigurationProperties(DirectSettings.class)
public class DirectConfiguration {
  /** As of the R2DBC connections, but for plans: each statement is planned once, not each time. */
  private static final String OPTIONS =
      "-c idle_in_transaction_session_timeout=10s -c lock_timeout=5s -c statement_timeout=15s"
          + " -c plan_cache_mode=force_generic_plan";

  @Bean
  DatabaseClient databaseClient(ConnectionFactory connections) {
    return new DirectClient(DatabaseClient.create(connections));
  }

  /** The database by Flyway's address, which is JDBC's; the user is the service's everyday one. */
  @Bean
  @Primary
  DirectTransactions directTransactions(
      DirectSettings settings,
      FlywayProperties database,
      R2dbcProperties everyday,
      MeterRegistry meters) {
    HikariConfig config =
        pool(database.getUrl(), everyday.getUsername(), everyday.getPassword(), settings);
    return over(config, settings, meters);
  }

  /** Apart from the others, so that whoever reads much keeps nothing from being written. */
  @Bean
  @ConditionalOnProperty("lupa.direct.readers")
  DirectTransactions readingTransactions(
      DirectSettings settings,
      FlywayProperties database,
      R2dbcProperties everyday,
      MeterRegistry meters) {
    HikariConfig config =
        pool(database.getUrl(), everyday.getUsername(), everyday.getPassword(), settings);
    config.setPoolName("reading");
    config.setMaximumPoolSize(settings.readers());
    config.setReadOnly(true);
    // a plan is kept: one made while a table was empty would read it from end to end once it is
    // full
    config.addDataSourceProperty("options", OPTIONS + " -c enable_seqscan=off");
    return over(config, settings, meters);
  }

  private static DirectTransactions over(
      HikariConfig config, DirectSettings settings, MeterRegistry meters) {
    config.setMetricRegistry(meters);
    return new DirectTransactions(new HikariDataSource(config), settings.patience());
  }

  static HikariConfig pool(
      @Nullable String url,
      @Nullable String user,
      @Nullable String password,
      DirectSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("direct");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(settings.patience().toMillis());
    // a service starts before its database
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    config.addDataSourceProperty("prepareThreshold", "1");
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("socketTimeout", "20");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("options", OPTIONS);
    return config;
  }
}
