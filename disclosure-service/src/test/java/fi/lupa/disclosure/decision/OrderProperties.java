package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** In whichever order conditions are judged, what comes of a request is of the same class. */
class OrderProperties {
  @Property(tries = 2000)
  void orderChangesNoClass(@ForAll long seed, @ForAll Rulebook rulebook, @ForAll Ground ground) {
    Random random = new Random(seed);
    DecisionProperties.Situation situation = RandomWorld.situation(random);
    Inquiry inquiry = stating(situation.inquiry(), ground, random);
    Course course = rulebook.course(inquiry, Facts.of(situation.events()));
    Course other =
        new Course(
            course.way(),
            shuffled(course.conditions(), random),
            course.scope(),
            course.reaches(),
            shuffled(course.documents(), random));

    Verdict one = course.decide(rulebook);
    Verdict two = other.decide(rulebook);

    assertThat(two.getClass()).isEqualTo(one.getClass());
    if (one instanceof Verdict.Allowed a && two instanceof Verdict.Allowed b) {
      for (Doc document : situation.documents()) {
        assertThat(b.documentRules().judge(document).getClass())
            .isEqualTo(a.documentRules().judge(document).getClass());
      }
    }
  }

  private static Inquiry stating(Inquiry asked, Ground ground, Random random) {
    ProtectionNeed need =
        new ProtectionNeed(
            ProtectionNeed.Reason.values()[random.nextInt(3)],
            ProtectionNeed.NoPermit.values()[random.nextInt(2)],
            random.nextBoolean());
    return new Inquiry(
        asked.basis(),
        asked.organisation(),
        asked.unit(),
        asked.controller(),
        asked.temporaryClient(),
        asked.relationship(),
        asked.serviceTasks(),
        asked.socialServices(),
        asked.source(),
        asked.role(),
        new Stated(
            asked.basis() == Basis.DISCLOSURE ? ground : null,
            random.nextInt(4) > 0,
            random.nextInt(4) > 0,
            random.nextInt(4) > 0,
            random.nextInt(4) > 0,
            random.nextInt(4) > 0 ? need : null),
        asked.now());
  }

  private static <T> List<T> shuffled(List<T> conditions, Random random) {
    List<T> all = new ArrayList<>(conditions);
    Collections.shuffle(all, random);
    return all;
  }
}
