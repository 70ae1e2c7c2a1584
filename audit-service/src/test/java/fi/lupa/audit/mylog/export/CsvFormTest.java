package fi.lupa.audit.mylog.export;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.entry.LogEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormTest {
  private final CsvForm form = new CsvForm();

  @Test
  void aHeaderLineThenOneLineForEachEntry() {
    List<LogEntry> entries = Exports.entries("fi");

    List<List<String>> lines = parse(Exports.write(form, entries, "fi"));

    assertThat(lines).hasSize(entries.size() + 1);
    assertThat(lines.getFirst()).startsWith("time", "kind", "outcome").endsWith("sentence", "id");
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(14));
    for (int i = 0; i < entries.size(); i++) {
      List<String> line = lines.get(i + 1);
      assertThat(line.get(0)).isEqualTo(entries.get(i).time().toString());
      assertThat(line.get(1)).isEqualTo(entries.get(i).kind().name());
      assertThat(line.get(12)).isEqualTo(entries.get(i).sentence());
      assertThat(line.get(13)).isEqualTo(entries.get(i).id().toString());
    }
  }

  @Test
  void anEmptyLogIsItsHeaderAlone() {
    assertThat(parse(Exports.write(form, List.of(), "fi"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx"})
  void whatWouldBeAFormulaIsText(String text) {
    assertThat(CsvForm.cell(text)).isEqualTo("\"'" + text + "\"");
  }

  @Test
  void quotesCommasAndLinesStayInTheirCell() {
    String text = "Oy \"A, B\"\r\nja C";

    assertThat(CsvForm.cell(text)).isEqualTo("\"Oy \"\"A, B\"\"\r\nja C\"");
    assertThat(parse(CsvForm.cell(text) + "," + CsvForm.cell("") + "\r\n"))
        .containsExactly(List.of(text, ""));
  }

  /** RFC 4180, all cells quoted. */
  private static List<List<String>> parse(String csv) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    int at = csv.startsWith("\uFEFF") ? 1 : 0;
    while (at < csv.length()) {
      assertThat(csv.charAt(at)).isEqualTo('"');
      StringBuilder cell = new StringBuilder();
      at++;
      while (csv.charAt(at) != '"' || csv.startsWith("\"\"", at)) {
        cell.append(csv.charAt(at));
        at += csv.charAt(at) == '"' ? 2 : 1;
      }
      at++;
      line.add(cell.toString());
      if (csv.startsWith("\r\n", at)) {
        lines.add(line);
        line = new ArrayList<>();
        at += 2;
      } else {
        assertThat(csv.charAt(at)).isEqualTo(',');
        at++;
      }
    }
    assertThat(line).isEmpty();
    return lines;
  }
}
