package fi.lupa.consent.representation.check;

import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the issuer asks before it gives a token to somebody who acts for another. */
@RestController
class CheckController {
  private final Representatives representatives;

  CheckController(Representatives representatives) {
    this.representatives = representatives;
  }

  /** The token's claim {@code representation}. */
  record Answer(UUID id, RepresentationRole role) {}

  @PostMapping("/internal/representations/checks")
  Mono<Answer> check(
      @RequiresScope("representations.check") Caller caller,
      @RequestSchema("RepresentationCheck") CheckRequest body) {
    return representatives
        .between(body.represented(), body.representative())
        .map(by -> new Answer(by.id(), by.role()));
  }
}
