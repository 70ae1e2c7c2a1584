package fi.lupa.consent.permit.give;

import fi.lupa.consent.permit.Target;
import fi.lupa.contracts.PermitKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the client answered, whichever channel it came through; no targets is an empty list. */
record Answer(PermitKind kind, Decision decision, String textVersion, List<Target> targets) {
  static Answer of(PermitRequest request) {
    return of(request.kind(), request.decision(), request.textVersion(), request.targets());
  }

  static Answer of(MyPermitRequest request) {
    return of(request.kind(), request.decision(), request.textVersion(), request.targets());
  }

  private static Answer of(
      PermitKind kind, Decision decision, String textVersion, @Nullable List<Target> targets) {
    return new Answer(kind, decision, textVersion, targets == null ? List.of() : targets);
  }
}
