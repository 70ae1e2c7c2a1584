package fi.lupa.disclosure.decision;

/**
 * What must be secured without the client's permit or despite a prohibition (Act 703/2023 56 §).
 *
 * @param immediateCare immediate care needs the data
 */
public record ProtectionNeed(Reason reason, NoPermit permit, boolean immediateCare) {
  /** What is at stake. */
  public enum Reason {
    /** Health, development or safety is at risk and the need can't be found out otherwise. */
    EVIDENT_NEED_OF_CARE,
    CHILDS_INTEREST,
    /** Of a client who can't judge the meaning of a permit. */
    CLIENTS_NECESSARY_INTEREST
  }

  /** Why there is no permit to go by. */
  public enum NoPermit {
    /** The client can't judge what it means. */
    CANNOT_BE_HAD,
    /** The client or the legal representative prohibits. */
    PROHIBITED
  }
}
