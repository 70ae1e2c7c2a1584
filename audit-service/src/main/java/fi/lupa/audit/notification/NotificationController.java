package fi.lupa.audit.notification;

import fi.lupa.audit.notification.Subscription.State;
import fi.lupa.audit.notification.Subscription.Wanted;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/my/notifications}: only for oneself, whoever else may read the log. */
@RestController
class NotificationController {
  private final SubscriptionStore store;
  private final Subscriptions subscriptions;
  private final List<Courier> couriers;

  NotificationController(
      SubscriptionStore store, Subscriptions subscriptions, List<Courier> couriers) {
    this.store = store;
    this.subscriptions = subscriptions;
    this.couriers = couriers;
  }

  @GetMapping("/v1/my/notifications")
  Mono<ResponseEntity<State>> read(@RequiresScope("citizen") Citizen citizen) {
    return store
        .find(citizen.client())
        .map(found -> new State(true, found))
        .defaultIfEmpty(new State(false, null))
        .map(state -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state));
  }

  @PutMapping("/v1/my/notifications")
  Mono<ResponseEntity<State>> subscribe(
      @RequiresScope("citizen") Citizen citizen,
      @RequestSchema("NotificationSubscription") Wanted wanted) {
    return Mono.fromRunnable(() -> check(wanted))
        .then(Mono.defer(() -> subscriptions.put(citizen.client(), wanted)))
        .then(Mono.defer(() -> read(citizen)));
  }

  @PostMapping("/v1/my/notifications/confirmation")
  Mono<ResponseEntity<State>> confirm(
      @RequiresScope("citizen") Citizen citizen,
      @RequestSchema("NotificationCode") Subscription.Told told) {
    return subscriptions
        .confirm(citizen.client(), told.code())
        .then(Mono.defer(() -> read(citizen)));
  }

  @DeleteMapping("/v1/my/notifications")
  Mono<ResponseEntity<State>> end(@RequiresScope("citizen") Citizen citizen) {
    return subscriptions.end(citizen.client()).then(Mono.defer(() -> read(citizen)));
  }

  private void check(Wanted wanted) {
    Courier courier =
        couriers.stream()
            .filter(one -> one.channel() == wanted.channel() && one.isThere())
            .findFirst()
            .orElseThrow(() -> Problem.of("CHANNEL_NOT_AVAILABLE"));
    if (!courier.accepts(wanted.address())) {
      throw Problem.invalid("/address", "is no address of this channel");
    }
  }
}
