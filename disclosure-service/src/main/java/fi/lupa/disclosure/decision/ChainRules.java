package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document shows for whom and by whom it was made (Act 703/2023 37 § 3, facts 10.2 row 13): what
 * its storer states of the chain must be what the register and the right used say. And who stored a
 * version decides who may replace or void it.
 */
final class ChainRules {
  private ChainRules() {}

  /** The organiser stated, and that of the versions touched, is the register's controller. */
  static Stream<Condition> controller(Inquiry inquiry, Storing storing) {
    StatedChain chain = storing.chain();
    if (chain == null && storing.touched().isEmpty()) {
      return Stream.empty();
    }
    boolean stated =
        chain == null || chain.organiser() == null || chain.organiser().equals(register(inquiry));
    return Stream.of(
        Condition.of(
            Rule.CONTROLLER_AS_STATED,
            stated
                && storing.touched().stream()
                    .allMatch(version -> version.controller().equals(register(inquiry)))));
  }

  /** In one's own register the chain is the controller's own word; it must only be whole. */
  static Stream<Condition> whole(Storing storing) {
    StatedChain chain = storing.chain();
    return chain == null
        ? Stream.empty()
        : Stream.of(
            Condition.of(
                Rule.CHAIN_STATED,
                (chain.producer() != null || chain.producerUnit() == null)
                    && (chain.subcontractor() != null || chain.subcontractorUnit() == null)
                    && (chain.subcontractor() == null || chain.producer() != null)));
  }

  /** Whether a right's holder is the producer, or its subcontractor, that the chain names. */
  static boolean isStated(StatedChain chain, Holding used, Inquiry inquiry) {
    return agrees(chain.producer(), used.right().producer())
        && agrees(chain.producerUnit(), used.right().producerUnit())
        && (used.chained()
            ? agrees(chain.subcontractor(), inquiry.organisation())
                && agrees(chain.subcontractorUnit(), inquiry.unit())
            : chain.subcontractor() == null && chain.subcontractorUnit() == null);
  }

  /** Whether the chain names everyone in it. */
  static boolean isWhole(StatedChain chain, Holding used) {
    return chain.organiser() != null
        && chain.producer() != null
        && (!used.chained() || chain.subcontractor() != null);
  }

  /**
   * A producer may touch what was stored under its own rights, by itself or by its subcontractors;
   * a subcontractor only what it stored itself for that producer.
   */
  static boolean storedAll(List<Origin> touched, Holding used, Oid organisation) {
    return touched.stream()
        .allMatch(version ->
            version.ground() == Basis.REGISTER_USAGE_RIGHT
                && used.right().producer().equals(version.producer())
                && (!used.chained() || organisation.equals(version.subcontractor())));
  }

  private static @Nullable Oid register(Inquiry inquiry) {
    return inquiry.controller();
  }

  private static boolean agrees(@Nullable Oid stated, Oid known) {
    return stated == null || stated.equals(known);
  }
}
