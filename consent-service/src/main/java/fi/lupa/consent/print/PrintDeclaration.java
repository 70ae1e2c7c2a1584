package fi.lupa.consent.print;

import fi.lupa.consent.informing.text.InformationTexts;
import fi.lupa.consent.organisation.OrganisationNames;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.PermitKind;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.problem.Problem;
import fi.lupa.print.Page;
import fi.lupa.print.Printer;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Prints a declaration as it is now. A print changes nothing and leaves no trace. */
@Component
class PrintDeclaration {
  private final PrintStore store;
  private final OrganisationNames names;
  private final InformationTexts texts;
  private final ClientRefs clients;
  private final Words words;
  private final Printer printer;
  private final Clock clock;

  PrintDeclaration(
      PrintStore store,
      OrganisationNames names,
      InformationTexts texts,
      ClientRefs clients,
      Words words,
      Printer printer,
      Clock clock) {
    this.store = store;
    this.names = names;
    this.texts = texts;
    this.clients = clients;
    this.words = words;
    this.printer = printer;
    this.clock = clock;
  }

  /**
   * @return the PDF; an error NOT_FOUND when the client has never answered to that kind of permit
   */
  Mono<byte[]> print(PrintKind kind, Reader reader, String language) {
    ClientRef client = clients.of(reader.client());
    return kind.permit()
        .map(permit -> permit(client, permit, reader, language))
        .orElseGet(() -> prohibitions(client, reader, language))
        .flatMap(printer::print)
        .onErrorMap(RejectedExecutionException.class, _ -> Problem.of("BACKEND_UNAVAILABLE"));
  }

  private Mono<Page> permit(ClientRef client, PermitKind kind, Reader reader, String language) {
    return store
        .permit(client, kind)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .flatMap(permit ->
            names
                .of(PermitPage.named(permit))
                .map(known ->
                    PermitPage.of(
                        permit,
                        texts.version(permit.declaration().textVersion()),
                        reader,
                        clock.instant(),
                        new Speech(language, words, known))));
  }

  private Mono<Page> prohibitions(ClientRef client, Reader reader, String language) {
    return store
        .prohibitions(client)
        .flatMap(inForce ->
            names
                .of(ProhibitionPage.named(inForce))
                .map(known ->
                    ProhibitionPage.of(
                        inForce, reader, clock.instant(), new Speech(language, words, known))));
  }
}
