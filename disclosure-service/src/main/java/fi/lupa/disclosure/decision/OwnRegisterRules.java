package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import java.util.List;
import java.util.stream.Stream;

/** A controller in its own register: neither permit nor prohibition is looked at (facts 10.1). */
final class OwnRegisterRules {
  private OwnRegisterRules() {}

  static Course course(Inquiry inquiry, Facts facts) {
    return new Course(
        Way.OWN_REGISTER,
        Stream.concat(
                Gate.open(inquiry, facts, SystemFunction.ARCHIVING),
                Stream.concat(Gate.any(inquiry, facts), Stream.of(ownRegister(inquiry))))
            .toList(),
        Scope.register(inquiry.organisation()),
        List.of());
  }

  /**
   * Storing needs no stated relationship: the document itself shows it (Act 703/2023 37 §). Old
   * documents have a function of their own; an organisation may begin with them.
   */
  static Course store(Inquiry inquiry, Facts facts, Storing storing) {
    SystemFunction function =
        storing.old() ? SystemFunction.OLD_DOCUMENTS : SystemFunction.ARCHIVING;
    return new Course(
        Way.STORE_IN_OWN_REGISTER,
        Stream.of(
                Gate.open(inquiry, facts, function),
                Stream.of(ownRegister(inquiry)),
                ofSector(inquiry, facts, storing),
                ChainRules.controller(inquiry, storing),
                ChainRules.whole(storing))
            .flatMap(conditions -> conditions)
            .toList(),
        Scope.register(inquiry.organisation()),
        List.of());
  }

  /** A health provider stores patient data, and nobody else does. */
  private static Stream<Condition> ofSector(Inquiry inquiry, Facts facts, Storing storing) {
    boolean health = facts.sector(inquiry.organisation()) == Sector.HEALTH;
    Boolean patientData = storing.patientData();
    return patientData == null
        ? Stream.empty()
        : Stream.of(
            new Condition(
                Rule.REGISTER_OF_SECTOR,
                patientData == health,
                facts.refs(inquiry.organisation())));
  }

  private static Condition ownRegister(Inquiry inquiry) {
    return Condition.of(
        Rule.OWN_REGISTER,
        inquiry.controller() == null || inquiry.controller().equals(inquiry.organisation()));
  }
}
