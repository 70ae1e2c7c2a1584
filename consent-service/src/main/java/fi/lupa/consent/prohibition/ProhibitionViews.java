package fi.lupa.consent.prohibition;

import fi.lupa.consent.naming.Naming;
import fi.lupa.consent.organisation.Names;
import fi.lupa.consent.organisation.OrganisationNames;
import fi.lupa.consent.prohibition.ProhibitionView.TargetView;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.OpaqueOids.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells prohibitions to whoever asks. */
@Component
public class ProhibitionViews {
  private static final Names NONE = new Names(Map.of());

  private final Naming naming;
  private final OrganisationNames names;

  ProhibitionViews(Naming naming, OrganisationNames names) {
    this.naming = naming;
    this.names = names;
  }

  /**
   * @param citizen to whom they are told; absent: a provider
   */
  public Mono<List<ProhibitionView>> of(
      List<Prohibition> prohibitions, @Nullable ClientRef citizen) {
    List<Oid> controllers = prohibitions.stream().flatMap(ProhibitionViews::controller).toList();
    Mono<Names> known =
        citizen == null || controllers.isEmpty() ? Mono.just(NONE) : names.of(controllers);
    return known.map(found -> prohibitions.stream().map(one -> view(one, citizen, found)).toList());
  }

  /** The same of one. */
  public Mono<ProhibitionView> of(Prohibition prohibition, @Nullable ClientRef citizen) {
    return of(List.of(prohibition), citizen).map(List::getFirst);
  }

  private static Stream<Oid> controller(Prohibition prohibition) {
    return prohibition.target() instanceof Target.Controller(var controller)
        ? Stream.of(controller)
        : Stream.empty();
  }

  private ProhibitionView view(Prohibition one, @Nullable ClientRef citizen, Names known) {
    return new ProhibitionView(
        one.id(),
        one.version(),
        one.state(),
        target(one.target(), citizen, known),
        one.channel(),
        one.setAt(),
        one.cancelledAt());
  }

  private TargetView target(Target target, @Nullable ClientRef citizen, Names known) {
    return switch (target) {
      case Target.Controller(var controller) ->
          new TargetView(
              target.type(),
              naming.told(citizen, Kind.ORGANISATION, controller),
              known.known().get(controller),
              null,
              null);
      case Target.Task(var task) -> new TargetView(target.type(), null, null, task, null);
      case Target.Document(var document) ->
          new TargetView(
              target.type(), null, null, null, naming.told(citizen, Kind.DOCUMENT, document));
    };
  }
}
