package fi.lupa.platform.sql.direct;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.FetchSpec;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.r2dbc.core.StatementFilterFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A statement with its values; which way it goes is seen when it is run. Never changed. */
final class DirectStatement implements GenericExecuteSpec {
  private final DatabaseClient r2dbc;
  private final String sql;
  private final Bound values;

  DirectStatement(DatabaseClient r2dbc, String sql) {
    this(r2dbc, sql, Bound.NONE);
  }

  private DirectStatement(DatabaseClient r2dbc, String sql, Bound values) {
    this.r2dbc = r2dbc;
    this.sql = sql;
    this.values = values;
  }

  @Override
  public GenericExecuteSpec bind(int index, Object value) {
    return new DirectStatement(r2dbc, sql, values.and(index, value));
  }

  @Override
  public <R> RowsFetchSpec<R> map(Function<? super Readable, R> row) {
    return new Rows<>(row);
  }

  @Override
  public FetchSpec<Map<String, Object>> fetch() {
    return new Updated();
  }

  @Override
  public Mono<Void> then() {
    return Mono.deferContextual(chain -> {
      DirectTransaction transaction = DirectTransaction.of(chain);
      if (transaction == null) {
        return overR2dbc().then();
      }
      transaction.later(sql, values);
      return Mono.empty();
    });
  }

  private GenericExecuteSpec overR2dbc() {
    GenericExecuteSpec statement = r2dbc.sql(sql);
    for (int index = 0; index < values.size(); index++) {
      if (values.has(index)) {
        statement = statement.bind(index, values.get(index));
      }
    }
    return statement;
  }

  private final class Rows<R> implements RowsFetchSpec<R> {
    private final Function<? super Readable, R> row;

    Rows(Function<? super Readable, R> row) {
      this.row = row;
    }

    @Override
    public Mono<R> one() {
      return Mono.deferContextual(chain -> {
        DirectTransaction transaction = DirectTransaction.of(chain);
        if (transaction == null) {
          return overR2dbc().map(row).one();
        }
        List<R> rows = transaction.read(sql, values, row);
        return rows.size() > 1
            ? Mono.error(new IncorrectResultSizeDataAccessException(1, rows.size()))
            : Mono.justOrEmpty(rows.stream().findFirst());
      });
    }

    @Override
    public Mono<R> first() {
      return all().next();
    }

    @Override
    public Flux<R> all() {
      return Flux.deferContextual(chain -> {
        DirectTransaction transaction = DirectTransaction.of(chain);
        return transaction == null
            ? overR2dbc().map(row).all()
            : Flux.fromIterable(transaction.read(sql, values, row));
      });
    }
  }

  private final class Updated implements FetchSpec<Map<String, Object>> {
    @Override
    public Mono<Long> rowsUpdated() {
      return Mono.deferContextual(chain -> {
        DirectTransaction transaction = DirectTransaction.of(chain);
        return transaction == null
            ? overR2dbc().fetch().rowsUpdated()
            : Mono.just(transaction.update(sql, values));
      });
    }

    @Override
    public Mono<Map<String, Object>> one() {
      return Mono.from(rows(FetchSpec::one));
    }

    @Override
    public Mono<Map<String, Object>> first() {
      return Mono.from(rows(FetchSpec::first));
    }

    @Override
    public Flux<Map<String, Object>> all() {
      return rows(FetchSpec::all);
    }

    private Flux<Map<String, Object>> rows(
        Function<FetchSpec<Map<String, Object>>, Publisher<Map<String, Object>>> which) {
      return Flux.deferContextual(chain ->
          DirectTransaction.of(chain) == null
              ? which.apply(overR2dbc().fetch())
              : Flux.error(notThere()));
    }
  }

  @Override
  public GenericExecuteSpec bindNull(int index, Class<?> type) {
    return bind(index, io.r2dbc.spi.Parameters.in(type));
  }

  @Override
  public GenericExecuteSpec bind(String name, Object value) {
    throw notThere();
  }

  @Override
  public GenericExecuteSpec bindNull(String name, Class<?> type) {
    throw notThere();
  }

  @Override
  public GenericExecuteSpec bindValues(List<?> source) {
    throw notThere();
  }

  @Override
  public GenericExecuteSpec bindValues(Map<String, ?> source) {
    throw notThere();
  }

  @Override
  public GenericExecuteSpec bindProperties(Object source) {
    throw notThere();
  }

  @Override
  public GenericExecuteSpec filter(StatementFilterFunction filter) {
    throw notThere();
  }

  @Override
  public <R> RowsFetchSpec<R> map(BiFunction<Row, RowMetadata, R> row) {
    throw notThere();
  }

  @Override
  public <R> RowsFetchSpec<R> mapValue(Class<R> type) {
    throw notThere();
  }

  @Override
  public <R> RowsFetchSpec<R> mapProperties(Class<R> type) {
    throw notThere();
  }

  @Override
  public <R> Flux<R> flatMap(Function<Result, Publisher<R>> result) {
    throw notThere();
  }

  private static UnsupportedOperationException notThere() {
    return new UnsupportedOperationException("stores bind by number and read rows");
  }
}
