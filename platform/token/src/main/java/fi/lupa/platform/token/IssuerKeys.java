package fi.lupa.platform.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys. Known keys go on working while the issuer is away; an unknown key makes
 * it ask, at most once in a pause however many tokens name unknown keys.
 */
public final class IssuerKeys implements Function<SignedJWT, Flux<JWK>> {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private record Known(JWKSet keys, Instant since) {}

  private final Mono<Known> refresh;
  private final Duration keyAge;
  private final Clock clock;
  private volatile Known known = new Known(new JWKSet(), Instant.EPOCH);

  IssuerKeys(Mono<JWKSet> source, Duration keyAge, Duration pause, Clock clock) {
    this.keyAge = keyAge;
    this.clock = clock;
    this.refresh =
        source
            .map(keys -> new Known(keys, clock.instant()))
            .doOnNext(fresh -> known = fresh)
            .onErrorMap(IssuerAway::new)
            .doOnError(away -> LOG.warn("the issuer's keys can't be fetched"))
            .cache(fresh -> pause, away -> PAUSE_AFTER_FAILURE, () -> Duration.ZERO);
  }

  /** The keys that can have signed the token; fails with {@link IssuerAway}. */
  @Override
  public Flux<JWK> apply(SignedJWT token) {
    JWKMatcher matcher = JWKMatcher.forJWSHeader(token.getHeader());
    if (matcher == null) {
      return Flux.empty(); // an algorithm without public keys
    }
    JWKSelector selector = new JWKSelector(matcher);
    List<JWK> found = selector.select(known.keys());
    if (found.isEmpty()) {
      return refresh.flatMapIterable(fresh -> selector.select(fresh.keys()));
    }
    if (known.since().plus(keyAge).isBefore(clock.instant())) {
      refresh.subscribe(fresh -> {}, away -> {}); // beside this request, which needn't wait
    }
    return Flux.fromIterable(found);
  }
}
