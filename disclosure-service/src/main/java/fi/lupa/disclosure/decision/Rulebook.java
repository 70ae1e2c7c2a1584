package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Sector;
import java.time.Duration;
import java.util.List;

/**
 * The legal conditions of one period, chosen by {@code lupa.rulebook}; stamped on each decision.
 * The facts are the same in all, and a client's prohibitions and the targets of a permit are obeyed
 * by all.
 */
public enum Rulebook {
  /**
   * The draft law of 2020: inside social care it is enough that the client is informed; to health
   * care the client's consent. It has no statutory grounds.
   */
  DRAFT_2020 {
    @Override
    boolean knows(Ground ground, Sector requester) {
      return ground == Ground.PERMIT;
    }

    @Override
    List<String> law(Rule rule) {
      return FormerLaw.draft2020(rule);
    }

    @Override
    List<String> law(Way way) {
      return FormerLaw.draft2020(way);
    }
  },

  /**
   * Act 784/2021, in force from 1 November 2021 to the end of 2023: inside social care informing
   * and permit or another legal basis (21 §); to health care informing and consent (21 § 2).
   */
  ACT_784_2021 {
    @Override
    boolean knows(Ground ground, Sector requester) {
      return ground == Ground.PERMIT
          || (requester == Sector.SOCIAL && ground != Ground.JOINT_SERVICE);
    }

    @Override
    List<String> law(Rule rule) {
      return FormerLaw.act784(rule);
    }

    @Override
    List<String> law(Way way) {
      return FormerLaw.act784(way);
    }
  },

  /** Act 703/2023 with decree 457/2024, in force since 1 January 2024. */
  ACT_703_2023 {
    @Override
    boolean knows(Ground ground, Sector requester) {
      return true;
    }

    @Override
    List<String> law(Rule rule) {
      return rule.legalReferences();
    }

    @Override
    List<String> law(Way way) {
      return way.legalReferences();
    }
  };

  /** Whether this law has the ground for requesters of a sector. */
  abstract boolean knows(Ground ground, Sector requester);

  /** The provisions that a condition comes from, keys of {@code legal-references.yaml}. */
  abstract List<String> law(Rule rule);

  /** The provisions that an access stands on. */
  abstract List<String> law(Way way);

  /** Whether decree 457/2024 says what each role may see; no law before it did. */
  boolean hasRoles() {
    return this == ACT_703_2023;
  }

  /** Decides a query by the facts given; the same input always gives the same answer. */
  public Verdict decide(Inquiry inquiry, Facts facts) {
    return course(inquiry, facts).decide(this);
  }

  /**
   * Who may store into which register, replace what stands there by a new version, or void it
   * (facts 10.1 and 10.2, write).
   *
   * @param inquiry its service tasks and social services are those of the document to be stored
   * @param grace how long after the end of a usage right documents born during it may still be
   *     stored
   */
  public Verdict store(Inquiry inquiry, Facts facts, Storing storing, Duration grace) {
    return StoreRules.course(inquiry, facts, storing, grace).decide(this);
  }

  /** What a query asks for, in the order in which failures are named. */
  Course course(Inquiry inquiry, Facts facts) {
    Course course =
        switch (inquiry.basis()) {
          case OWN_REGISTER -> OwnRegisterRules.course(inquiry, facts);
          case REGISTER_USAGE_RIGHT -> UsageRightRules.course(inquiry, facts);
          case DISCLOSURE -> disclosure(inquiry, facts);
        };
    return hasRoles() ? RoleConditions.added(course, inquiry, facts) : course;
  }

  private Course disclosure(Inquiry inquiry, Facts facts) {
    if (inquiry.source() == Sector.HEALTH) {
      return PatientDataRules.course(inquiry, facts, this);
    }
    return facts.sector(inquiry.organisation()) == Sector.HEALTH
        ? HealthDisclosureRules.course(inquiry, facts, this)
        : SocialDisclosureRules.course(inquiry, facts, this);
  }
}
