package fi.lupa.authorization.usageright.check;

import fi.lupa.contracts.ServiceTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Social services and the service tasks that each belongs to, from {@code
 * codesets/social-services.yaml} (code set 1.2.246.537.6.1222), which the operator may replace.
 */
@Component
final class SocialServices {
  private static final String FILE = "codesets/social-services.yaml";

  private final Map<String, Set<ServiceTask>> tasks;

  SocialServices() {
    this(read());
  }

  /** For each code its tasks. */
  SocialServices(Map<String, Set<ServiceTask>> tasks) {
    this.tasks = Map.copyOf(tasks);
  }

  boolean knows(String code) {
    return tasks.containsKey(code);
  }

  boolean belongTo(String code, ServiceTask task) {
    return tasks.getOrDefault(code, Set.of()).contains(task);
  }

  /** An entry as far as it matters here; without tasks any may have it. */
  private record Entry(@Nullable Set<ServiceTask> serviceTasks) {
    Set<ServiceTask> tasks() {
      return serviceTasks == null ? EnumSet.allOf(ServiceTask.class) : serviceTasks;
    }
  }

  private static Map<String, Set<ServiceTask>> read() {
    YAMLMapper yaml =
        YAMLMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      Map<String, Entry> entries = yaml.readValue(in, new TypeReference<>() {});
      return entries.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().tasks()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
