package fi.lupa.disclosure.uselog.signal;

import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /v1/log/signals}: what an officer can search for. */
@RestController
class SignalController {
  private final Signals signals;

  SignalController(Signals signals) {
    this.signals = signals;
  }

  /** All signals, which are few. */
  record Listed(List<Signals.Told> items) {}

  @GetMapping("/v1/log/signals")
  Mono<Listed> list(@RequiresScope("log.supervise") Caller caller) {
    return Mono.just(new Listed(signals.all()));
  }
}
