package fi.lupa.consent.informing.read;

import fi.lupa.consent.informing.Informing;
import fi.lupa.consent.informing.InformingView;
import fi.lupa.consent.informing.text.InformationText;
import fi.lupa.consent.informing.text.InformationTexts;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a provider must know at the first contact: is this client to be informed (68 §)? */
@RestController
class SearchController {
  private final ReadStore store;
  private final InformationTexts texts;
  private final ClientRefs clients;
  private final Clock clock;

  SearchController(ReadStore store, InformationTexts texts, ClientRefs clients, Clock clock) {
    this.store = store;
    this.texts = texts;
    this.clients = clients;
    this.clock = clock;
  }

  @PostMapping("/v1/informings/searches")
  Mono<InformingFound> search(
      @RequiresScope("declarations.manage") Caller caller,
      @RequestSchema("InformingSearch") SearchRequest body) {
    InformationText text = texts.inForce(clock.instant());
    return store
        .of(clients.of(body.client()))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .map(found -> found(found, text));
  }

  private static InformingFound found(Optional<Informing> informing, InformationText text) {
    return new InformingFound(
        informing.filter(one -> one.textVersion().equals(text.version())).isEmpty(),
        text.version(),
        informing.map(InformingView::of).orElse(null));
  }
}
