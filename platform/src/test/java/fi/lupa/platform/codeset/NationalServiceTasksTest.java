package fi.lupa.platform.codeset;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ServiceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalServiceTasksTest {
  private final NationalServiceTasks tasks = NationalServiceTasks.load();

  @ParameterizedTest
  @CsvSource({
    "10, Lastensuojelu, CHILD_PROTECTION",
    "20, , DISABILITY",
    " 20 , , DISABILITY",
    ", Iäkkäiden palvelut, OLDER_PEOPLE",
    ", äldreservice, OLDER_PEOPLE",
    ", LAPSIPERHEIDEN PALVELUT, FAMILIES",
    "77, Perheoikeudelliset palvelut, FAMILY_LAW",
    "10, Iäkkäiden palvelut, CHILD_PROTECTION",
  })
  void knowsATaskByItsCodeElseByItsName(String code, String name, ServiceTask task) {
    assertThat(tasks.find(code, name)).contains(task);
  }

  @Test
  void everyTaskIsFoundByItsFinnishName() {
    assertThat(tasks.find(null, "Työikäisten palvelut")).contains(ServiceTask.WORKING_AGE);
    assertThat(tasks.find(null, "Päihde- ja riippuvuustyön erityiset palvelut"))
        .contains(ServiceTask.SUBSTANCE_ABUSE);
  }

  @Test
  void whatIsUnknownIsNoTask() {
    assertThat(tasks.find(null, null)).isEmpty();
    assertThat(tasks.find("77", "Kirjasto")).isEmpty();
  }
}
