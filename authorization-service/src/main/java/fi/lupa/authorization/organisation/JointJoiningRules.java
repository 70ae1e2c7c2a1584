package fi.lupa.authorization.organisation;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joint joining (yhteisliittyminen; domain sheet 1.6): one private social provider, the main joiner
 * (pääliittyjä), signs for others of its kind, its co-joiners (mukanaliittyjä). One level only.
 */
final class JointJoiningRules {
  private JointJoiningRules() {}

  /**
   * What holds of an organisation.
   *
   * @param stated what the operator stated of it
   * @param main what holds of its main joiner; null when it has none
   */
  static OrganisationStatus effective(
      OrganisationStatus stated, @Nullable OrganisationStatus main) {
    if (main == null || main == OrganisationStatus.JOINED || stated != OrganisationStatus.JOINED) {
      return stated;
    }
    return main == OrganisationStatus.REGISTERED
        ? OrganisationStatus.REGISTERED
        : OrganisationStatus.SUSPENDED;
  }

  /**
   * The reason code of the refusal, if the organisation may not have that main joiner, or may not
   * be the main joiner that it is.
   *
   * @param hasCoJoiners whether others name it as their main joiner
   * @param main the main joiner it names; null when there is no such organisation
   */
  static Optional<String> check(
      Oid oid, OrganisationDetails wanted, boolean hasCoJoiners, @Nullable Organisation main) {
    boolean named = wanted.mainJoiner() != null;
    boolean takesPart = named || hasCoJoiners;
    if (takesPart && !isPrivateSocial(wanted.sector(), wanted.ownership())) {
      return Optional.of("MAIN_JOINER_NOT_ALLOWED");
    }
    if (!named) {
      return Optional.empty();
    }
    if (hasCoJoiners || oid.equals(wanted.mainJoiner())) {
      return Optional.of("MAIN_JOINER_NOT_ALLOWED");
    }
    if (main == null) {
      return Optional.of("MAIN_JOINER_UNKNOWN");
    }
    return main.mainJoiner() == null && isPrivateSocial(main.sector(), main.ownership())
        ? Optional.empty()
        : Optional.of("MAIN_JOINER_NOT_ALLOWED");
  }

  private static boolean isPrivateSocial(Sector sector, Ownership ownership) {
    return sector == Sector.SOCIAL && ownership == Ownership.PRIVATE;
  }
}
