package fi.lupa.disclosure.uselog.export;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.uselog.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lines by RFC 5424 that nothing in a value can break. */
class SyslogTest {
  private static LogLine line(String professional, Outcome outcome, Signal... signals) {
    return new LogLine(
        "c",
        new UUID(0, 1),
        Instant.parse("2026-11-22T10:00:00.123456Z"),
        "QUERY",
        "00ff",
        new Oid("1.2.246.10.1"),
        new Oid("1.2.246.10.2"),
        professional,
        null,
        null,
        Basis.OWN_REGISTER,
        null,
        outcome,
        null,
        2,
        List.of(signals));
  }

  private static String told(LogLine line) {
    return Syslog.line(line, 32473);
  }

  @Test
  void aLineHasItsPartsInOrder() {
    assertThat(told(line("70001", Outcome.PERMITTED)))
        .isEqualTo(
            "<110>1 2026-11-22T10:00:00.123456Z - lupa - QUERY [lupa@32473 cursor=\"c\""
                + " queryId=\"00000000-0000-0000-0000-000000000001\" client=\"00ff\" organisation=\"1.2.246.10.1\""
                + " unit=\"1.2.246.10.2\" professional=\"70001\" basis=\"OWN_REGISTER\" outcome=\"PERMITTED\""
                + " documents=\"2\"] QUERY PERMITTED");
  }

  @Test
  void severityTellsWhatDeservesALook() {
    assertThat(told(line("x", Outcome.DENIED))).startsWith("<109>");
    assertThat(told(line("x", Outcome.PERMITTED, Signal.NIGHT))).startsWith("<109>");
    assertThat(told(line("x", Outcome.DENIED, Signal.NIGHT, Signal.BREAK_GLASS)))
        .startsWith("<108>")
        .contains("signals=\"NIGHT BREAK_GLASS\"");
  }

  @Test
  void noValueEndsItselfOrTheLine() {
    assertThat(told(line("a\"b]c\\d\ne\u0000f\u0085g\u2028ä", Outcome.PERMITTED)))
        .contains("professional=\"a\\\"b\\]c\\\\d e f g ä\"")
        .hasLineCount(1);
  }
}
