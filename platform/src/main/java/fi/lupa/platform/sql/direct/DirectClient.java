package fi.lupa.platform.sql.direct;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Spring's client for every store: a statement goes over the {@link DirectTransaction} it is in, or
 * else over R2DBC as ever. Only what the stores use is there: values by their number, and rows.
 */
final class DirectClient implements DatabaseClient {
  private final DatabaseClient r2dbc;

  DirectClient(DatabaseClient r2dbc) {
    this.r2dbc = r2dbc;
  }

  @Override
  public ConnectionFactory getConnectionFactory() {
    return r2dbc.getConnectionFactory();
  }

  @Override
  public GenericExecuteSpec sql(String sql) {
    return new DirectStatement(r2dbc, sql);
  }

  @Override
  public GenericExecuteSpec sql(Supplier<String> sql) {
    return sql(sql.get());
  }

  @Override
  public <T> Mono<T> inConnection(Function<Connection, Mono<T>> action) {
    return r2dbc.inConnection(action);
  }

  @Override
  public <T> Flux<T> inConnectionMany(Function<Connection, Flux<T>> action) {
    return r2dbc.inConnectionMany(action);
  }
}
