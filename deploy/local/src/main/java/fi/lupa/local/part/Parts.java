package fi.lupa.local.part;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Setup;
import fi.lupa.local.kafka.KafkaPart;
import fi.lupa.local.postgres.PostgresPart;
import java.util.ArrayList;
import java.util.List;

/** The parts of one setup. */
public final class Parts {

  private final List<Part> all;
  private final List<Part> seconds;

  /** Those of a setup. */
  public Parts(Setup setup) {
    var settings = new ServiceSettings(setup);
    all =
        List.of(
            new PostgresPart(setup),
            new KafkaPart(setup),
            new ServicePart(setup, Service.ISSUER, settings),
            new ServicePart(setup, Service.AUTHORIZATION, settings),
            new ServicePart(setup, Service.CONSENT, settings),
            new ServicePart(setup, Service.DISCLOSURE, settings),
            new ServicePart(setup, Service.AUDIT, settings),
            new ServicePart(setup, Service.GATEWAY, settings));
    seconds =
        List.of(
            new ServicePart(setup, Service.DISCLOSURE_2, settings),
            new ServicePart(setup, Service.AUDIT_2, settings),
            new ServicePart(setup, Service.GATEWAY_2, settings));
  }

  /** The parts that {@code up} starts, in the order of the documents. */
  public List<Part> all() {
    return all;
  }

  /** Every part that can be started by name: also second instances of services. */
  public List<Part> known() {
    var known = new ArrayList<>(all);
    known.addAll(seconds);
    return known;
  }

  /**
   * The part of a name.
   *
   * @throws Failure when there is none
   */
  public Part named(String name) {
    return known().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private Failure unknown(String name) {
    return new Failure(
        ExitCode.USAGE,
        "There is no part \"%s\"; the parts are %s."
            .formatted(name, String.join(", ", known().stream().map(Part::name).toList())));
  }
}
