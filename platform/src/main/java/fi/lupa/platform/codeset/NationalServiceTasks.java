package fi.lupa.platform.codeset;

import fi.lupa.contracts.ServiceTask;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which service task a document means by a code of code set 1.2.246.537.6.1221, or by the code's
 * name where {@code codesets/service-tasks.yaml} doesn't know the code: most codes are in no public
 * copy, the operator fills them in.
 */
public final class NationalServiceTasks {
  private static final String FILE = "codesets/service-tasks.yaml";

  private final Map<String, ServiceTask> codes = new HashMap<>();
  private final Map<String, ServiceTask> names = new HashMap<>();

  private NationalServiceTasks(JsonNode file) {
    for (ServiceTask task : ServiceTask.values()) {
      JsonNode entry = file.path(task.name());
      if (entry.path("code").isString()) {
        codes.put(entry.path("code").asString(), task);
      }
      for (String language : new String[] {"fi", "sv", "en"}) {
        if (entry.path(language).isString()) {
          names.put(plain(entry.path(language).asString()), task);
        }
      }
    }
  }

  public static NationalServiceTasks load() {
    return new NationalServiceTasks(YamlFiles.tree(FILE));
  }

  /**
   * The task meant: a known code decides, else the name, whatever its case.
   *
   * @return empty when neither is known
   */
  public Optional<ServiceTask> find(@Nullable String code, @Nullable String name) {
    ServiceTask byCode = code == null ? null : codes.get(code.strip());
    return byCode != null || name == null
        ? Optional.ofNullable(byCode)
        : Optional.ofNullable(names.get(plain(name)));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
