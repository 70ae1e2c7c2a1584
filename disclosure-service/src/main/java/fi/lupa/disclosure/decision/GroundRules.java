package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.event.OrganisationChanged;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statutory grounds (Act 703/2023 53, 55 and 56 §; facts 2.1 R1-R3, 10.3 6S-9S). They take the
 * place of the client's informing, permit and prohibitions, and of nothing else.
 */
final class GroundRules {
  private GroundRules() {}

  /** What every statutory ground asks: that the law has it for this sector, and necessity. */
  static Stream<Condition> common(Inquiry inquiry, Sector requester, Rulebook rulebook) {
    return Stream.of(
        Condition.of(Rule.GROUND_IN_LAW, rulebook.knows(inquiry.ground(), requester)),
        Condition.of(Rule.NECESSITY_STATED, inquiry.stated().necessity()));
  }

  /** A ground that the law gives to the other sector only. */
  static Condition otherSector() {
    return Condition.of(Rule.SECTOR_OF_REQUESTER, false);
  }

  /** An authority, not a private firm; it searches widely, so it tells why (code set 1299). */
  static Stream<Condition> authority(Inquiry inquiry, Facts facts) {
    return Stream.of(
        new Condition(
            Rule.AUTHORITY_ASKS, isPublic(inquiry, facts), facts.refs(inquiry.organisation())),
        Condition.of(Rule.WIDE_SEARCH_EXPLAINED, inquiry.stated().wideSearch()),
        mayUse(inquiry));
  }

  /** The professional's task is one that such grounds are for. */
  private static Condition mayUse(Inquiry inquiry) {
    Role role = inquiry.role();
    return Condition.of(Rule.ROLE_MAY_SEARCH_WIDELY, role != null && role.wideSearch());
  }

  /**
   * Who has a legal representative can have a permit given (55 § 2, 53 § 5-6): that there is none
   * is the requester's word, unless the register of representatives knows better.
   */
  static Condition incapacity(Inquiry inquiry, Facts facts, Rule notStated) {
    List<FactRef> representatives =
        facts.legalRepresentatives(
            inquiry.source() == Sector.HEALTH
                ? RepresentationMatter.HEALTH_CARE
                : RepresentationMatter.SOCIAL_CARE,
            inquiry.today());
    return new Condition(
        notStated, inquiry.stated().incapacity() && representatives.isEmpty(), representatives);
  }

  /**
   * 56 §: the client's necessary interest counts only where no permit can be had; a private
   * provider that acts for no authority gets only what immediate care needs (56 § 2-3).
   */
  static Stream<Condition> protection(Inquiry inquiry, Facts facts) {
    ProtectionNeed need = inquiry.stated().protection();
    return Stream.of(
        Condition.of(
            Rule.PROTECTION_NEEDED,
            need != null
                && (need.reason() != ProtectionNeed.Reason.CLIENTS_NECESSARY_INTEREST
                    || need.permit() == ProtectionNeed.NoPermit.CANNOT_BE_HAD)),
        new Condition(
            Rule.PROTECTION_RECIPIENT,
            (need != null && need.immediateCare())
                || isPublic(inquiry, facts)
                || actsForAuthority(inquiry, facts),
            facts.refs(inquiry.organisation())),
        mayUse(inquiry));
  }

  static boolean isStatutory(Inquiry inquiry) {
    return inquiry.ground() != Ground.PERMIT;
  }

  private static boolean isPublic(Inquiry inquiry, Facts facts) {
    return facts
        .organisation(inquiry.organisation())
        .filter(organisation -> organisation.ownership() == Ownership.PUBLIC)
        .isPresent();
  }

  /** A producer with a usage right in force that a public organiser gave for this client. */
  private static boolean actsForAuthority(Inquiry inquiry, Facts facts) {
    return facts.rights().stream()
        .filter(right ->
            facts
                .organisation(right.organiser())
                .map(OrganisationChanged::ownership)
                .filter(Ownership.PUBLIC::equals)
                .isPresent())
        .flatMap(right -> Holding.of(right, inquiry.organisation()))
        .anyMatch(held ->
            held.unit().equals(inquiry.unit())
                && held.own().isInForce(inquiry.today())
                && held.whole().isInForce(inquiry.today()));
  }
}
