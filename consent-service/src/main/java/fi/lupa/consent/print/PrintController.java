package fi.lupa.consent.print;

import fi.lupa.consent.naming.Naming;
import fi.lupa.consent.permit.PermitActors;
import fi.lupa.consent.representation.check.Representatives;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A declaration as PDF. A POST, because the client must not stand in an address. */
@RestController
class PrintController {
  private static final String FILE = "attachment; filename=\"lupa.pdf\"";

  private final PrintDeclaration print;
  private final Naming naming;
  private final Representatives representatives;
  private final PermitActors actors;

  PrintController(
      PrintDeclaration print, Naming naming, Representatives representatives, PermitActors actors) {
    this.print = print;
    this.naming = naming;
    this.representatives = representatives;
    this.actors = actors;
  }

  @PostMapping("/v1/declarations/prints")
  Mono<ResponseEntity<byte[]>> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      @RequestSchema("DeclarationPrint") PrintRequest body) {
    return pdf(print.print(body.kind(), new Reader(body.client(), null, naming), body.language()));
  }

  @PostMapping("/v1/my/prints")
  Mono<ResponseEntity<byte[]>> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @RequestSchema("MyDeclarationPrint") MyPrintRequest body) {
    return representatives
        .verified(citizen, Representatives.ANY)
        .filter(who -> body.kind().permit().stream().allMatch(actors.seen(who)::contains))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .map(who -> new Reader(who.id(), who.client(), naming))
        .flatMap(reader -> pdf(print.print(body.kind(), reader, body.language())));
  }

  private static Mono<ResponseEntity<byte[]>> pdf(Mono<byte[]> content) {
    return content.map(bytes ->
        ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_PDF)
            .header(HttpHeaders.CONTENT_DISPOSITION, FILE)
            .cacheControl(CacheControl.noStore())
            .body(bytes));
  }
}
