package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.platform.codeset.YamlFiles;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Reads the code sets of joining. The service doesn't start without them. */
@Configuration(proxyBeanMethods = false)
class OnboardingCodeSets {
  @Bean
  Checklists checklists() {
    Map<String, Checklists.Task> tasks = new LinkedHashMap<>();
    entries("preparation-tasks")
        .forEachEntry((key, task) ->
            tasks.put(
                key,
                new Checklists.Task(
                    new LocalizedText(
                        task.required("fi").asString(),
                        task.required("sv").asString(),
                        task.required("en").asString()),
                    situations(task.required("situations")),
                    task.required("source").asString())));
    return new Checklists(tasks);
  }

  @Bean
  CertificationProfiles certificationProfiles() {
    Map<String, Optional<LocalDate>> last = new LinkedHashMap<>();
    entries("certification-profiles")
        .forEachEntry((key, profile) -> {
          JsonNode day = profile.required("lastJoinDay");
          last.put(
              key, day.isNull() ? Optional.empty() : Optional.of(LocalDate.parse(day.asString())));
        });
    return new CertificationProfiles(last);
  }

  private static Set<Situation> situations(JsonNode names) {
    return names
        .valueStream()
        .map(name -> Situation.valueOf(name.asString()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static JsonNode entries(String set) {
    return YamlFiles.tree("codesets/" + set + ".yaml");
  }
}
