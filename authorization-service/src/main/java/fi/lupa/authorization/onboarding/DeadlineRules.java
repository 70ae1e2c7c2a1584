package fi.lupa.authorization.onboarding;

import fi.lupa.authorization.onboarding.calendar.FinnishCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The deadlines that follow from the steps taken (domain sheet 4). */
final class DeadlineRules {
  private static final int REPORT_WORKING_DAYS = 2;

  private DeadlineRules() {}

  /** One of each kind at most; none when the onboarding is over. */
  static List<Deadline> of(Progress progress) {
    List<Deadline> all = new ArrayList<>();
    if (!progress.isLive()) {
      return all;
    }
    all.add(new Deadline(Deadline.Kind.START, lastStart(progress), progress.inProductionAt()));
    if (progress.ranOn() != null) {
      LocalDate due = FinnishCalendar.workingDaysAfter(progress.ranOn(), REPORT_WORKING_DAYS);
      all.add(new Deadline(Deadline.Kind.REPORT, due, progress.reportedAt()));
    }
    Certificate certificate = progress.certificate();
    if (certificate != null) {
      all.add(new Deadline(Deadline.Kind.CERTIFICATE, certificate.validUntil(), null));
    }
    return all;
  }

  /** The last day on which production may start. */
  static LocalDate lastStart(Progress progress) {
    return progress.registeredOn().plusYears(1);
  }
}
