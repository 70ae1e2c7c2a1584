package fi.lupa.local.part;

import fi.lupa.local.home.Setup;
import fi.lupa.local.http.Health;
import fi.lupa.local.process.Java;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.Program;
import java.nio.file.Path;
import java.util.List;

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
    Path jar = setup.root().resolve(service.jar());
    Path unpacked = UnpackedJar.of(jar, setup.home().programs().resolve(service.program()));
    return new Program(
        Java.command(service.heap(), List.of("-jar", unpacked.toString())), settings.of(service));
  }

  @Override
  public boolean isReady(Pid pid) {
    return Health.isReady(setup.url(service.offset()));
  }
}
