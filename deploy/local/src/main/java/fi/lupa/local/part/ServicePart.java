package fi.lupa.local.part;

import fi.lupa.local.home.Setup;
import fi.lupa.local.http.Health;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A Spring Boot application, ready when its readiness probe says so. */
final class ServicePart implements Part {

  private final Setup setup;
  private final Service service;
  private final ServiceSettings settings;

  ServicePart(Setup setup, Service service, ServiceSettings settings) {
    this.setup = setup;
    this.service = service;
    this.settings = settings;
  }

  @Override
  public String name() {
    return service.partName();
  }

  @Override
  public List<Integer> ports() {
    int own = setup.port() + service.offset();
    return service == Service.ISSUER
        ? List.of(own, setup.port() + Service.MAIL_OFFSET)
        : List.of(own);
  }

  @Override
  public Program prepare() {
    return cache(UnpackedJar.of(jar(), folder())).start(settings.of(service));
  }

  /** Only of what runs: a jar built since then is unpacked, and trained, by its first start. */
  @Override
  public Optional<Training> training() {
    return UnpackedJar.kept(jar(), folder())
        .flatMap(unpacked -> cache(unpacked).training(settings.of(service)));
  }

  private StartCache cache(Path unpacked) {
    return StartCache.ofJar(
        unpacked, service.heap(), KnownBeans.options(unpacked, System.getenv()));
  }

  private Path jar() {
    return setup.root().resolve(service.jar());
  }

  private Path folder() {
    return setup.home().programs().resolve(service.program());
  }

  @Override
  public boolean isReady(Pid pid) {
    // a refused connection costs next to nothing, and until its last moment it refuses
    return Health.listens(ports().getFirst()) && Health.isReady(setup.url(service.offset()));
  }
}
