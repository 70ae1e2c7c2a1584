package fi.lupa.audit.mylog.export;

import static java.util.stream.Collectors.joining;

import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.tree.EntryProof;
import fi.lupa.contracts.LocalizedText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * RFC 4180 with a header line, in UTF-8 with a byte order mark, without which spreadsheets take it
 * for another character set. Every cell is quoted, and one that a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
final class CsvForm implements Form {
  private static final String END = "\r\n";
  private static final String FORMULA = "=+-@\t\r\n";
  private static final List<String> COLUMNS =
      List.of(
          "time",
          "kind",
          "outcome",
          "organisation",
          "unit",
          "controllers",
          "purpose",
          "basis",
          "ground",
          "legalReferences",
          "documents",
          "reason",
          "sentence",
          "id");

  @Override
  public MediaType type() {
    return new MediaType(new MediaType("text", "csv"), StandardCharsets.UTF_8);
  }

  @Override
  public String head(Cover cover) {
    return "\uFEFF" + line(COLUMNS.stream());
  }

  @Override
  public String between() {
    return "";
  }

  @Override
  public String entry(LogEntry entry, Cover cover, @Nullable EntryProof proof) {
    return END
        + line(
            Stream.of(
                entry.time().toString(),
                entry.kind().name(),
                name(entry.outcome()),
                text(cover.in(entry.organisation())),
                text(cover.in(entry.unit())),
                names(entry.controllers(), cover),
                text(entry.purpose()),
                name(entry.basis()),
                name(entry.ground()),
                entry.legalReferences().stream()
                    .map(law -> law.act() + (law.section() == null ? "" : " " + law.section()))
                    .collect(joining("; ")),
                entry.documents().stream()
                    .map(group -> group.count() + " x " + group.displayName())
                    .collect(joining("; ")),
                text(entry.reason()),
                entry.sentence(),
                entry.id().toString()));
  }

  @Override
  public String tail() {
    return END;
  }

  private static String names(List<LocalizedText> names, Cover cover) {
    return names.stream().map(name -> text(cover.in(name))).collect(joining("; "));
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static String name(@Nullable Enum<?> value) {
    return value == null ? "" : value.name();
  }

  private static String line(Stream<String> cells) {
    return cells.map(CsvForm::cell).collect(joining(","));
  }

  static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
