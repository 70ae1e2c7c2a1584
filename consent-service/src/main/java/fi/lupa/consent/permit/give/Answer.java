package fi.lupa.consent.permit.give;

import fi.lupa.consent.naming.Naming;
import fi.lupa.consent.permit.NamedTarget;
import fi.lupa.consent.permit.Target;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.PermitKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the client answered, whichever channel it came through; no targets is an empty list. */
record Answer(PermitKind kind, Decision decision, String textVersion, List<Target> targets) {
  static Answer of(PermitRequest request) {
    return of(request.kind(), request.decision(), request.textVersion(), request.targets());
  }

  /**
   * @throws fi.lupa.platform.problem.Problem NOT_FOUND when a recipient's reference is none of the
   *     citizen's
   */
  static Answer of(MyPermitRequest request, ClientRef citizen, Naming naming) {
    List<NamedTarget> targets = request.targets();
    return of(
        request.kind(),
        request.decision(),
        request.textVersion(),
        targets == null
            ? null
            : targets.stream().map(target -> target.meant(citizen, naming)).toList());
  }

  private static Answer of(
      PermitKind kind, Decision decision, String textVersion, @Nullable List<Target> targets) {
    return new Answer(kind, decision, textVersion, targets == null ? List.of() : targets);
  }
}
