package fi.lupa.authorization.usageright.check;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.Instant;
import java.util.Optional;

/** The organisations that some rights name, which stay as they are until the transaction ends. */
public final class HeldParties implements KnownParties {
  private final Parties parties;
  private final SocialServices services;

  HeldParties(Parties parties, SocialServices services) {
    this.parties = parties;
    this.services = services;
  }

  /** Why a right that names no others can't be so; overlap with another right is left out. */
  public Optional<Refusal> refusal(UsageRight right, Instant now) {
    return RightRules.check(right, parties, services, now);
  }

  @Override
  public Optional<Oid> ownerOf(Oid unit) {
    return Optional.ofNullable(parties.units().get(unit));
  }

  @Override
  public Optional<Refusal> refusal(Subcontractor one, UsageRight right) {
    return RightRules.subcontractorRefusal(one, right, parties, services);
  }
}
