package fi.lupa.consent.informing.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The texts themselves, to be shown before anything is recorded. */
@RestController
class TextController {
  private final InformationTexts texts;
  private final Clock clock;

  TextController(InformationTexts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** So few that {@code next} is always null. */
  record TextList(
      List<InformationText> items,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  @GetMapping("/v1/information-texts")
  Mono<TextList> all(@RequiresScope("declarations.manage") Caller caller) {
    return Mono.just(new TextList(texts.all(), null));
  }

  /** The same for everybody, so nobody's right to act is asked about. */
  @GetMapping("/v1/my/information-text")
  Mono<InformationText> mine(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen) {
    return Mono.just(texts.inForce(clock.instant()));
  }
}
