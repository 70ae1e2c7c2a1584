package fi.lupa.disclosure.support;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.SpecialCategory;
import fi.lupa.disclosure.document.Chain;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.Form;
import fi.lupa.disclosure.document.Handling;
import fi.lupa.disclosure.document.History;
import fi.lupa.disclosure.document.Membership;
import fi.lupa.disclosure.document.Phase;
import fi.lupa.disclosure.document.Register;
import fi.lupa.disclosure.document.ShowToClient;
import fi.lupa.disclosure.document.Signature;
import fi.lupa.disclosure.document.Standing;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Documents for tests of what is done with them. */
public final class Documents {
  public static final Instant RECORDED = Instant.parse("2026-03-10T09:00:00Z");
  public static final Oid CONTROLLER = new Oid("1.2.246.10.1.10.0");
  private static final Oid UNIT = new Oid("1.2.246.10.1.10.1");

  private Documents() {}

  public static Document recorded(Oid oid, Instant recordedAt, int bytes) {
    return version(oid, 1, recordedAt, bytes, Standing.current(recordedAt));
  }

  /** The versions of document 1.2.3, from the first to the last. */
  public static History history(Standing.Status... statuses) {
    return new History(
        IntStream.range(0, statuses.length)
            .mapToObj(i ->
                version(
                    new Oid("1.2.3"),
                    i + 1,
                    RECORDED.plusSeconds(i),
                    1,
                    new Standing(statuses[i], RECORDED, null, null)))
            .toList());
  }

  /** A document of a kind, shown to its client as said. */
  public static Document shown(
      String type, Phase phase, @Nullable SpecialCategory category, ShowToClient show) {
    return seen(new Oid("1.2.3"), type, Set.of(ServiceTask.OLDER_PEOPLE), phase, category, show);
  }

  /** The same, with an identifier and tasks of its own. */
  public static Document seen(
      Oid oid,
      String type,
      Set<ServiceTask> tasks,
      Phase phase,
      @Nullable SpecialCategory category,
      ShowToClient show) {
    Document plain = recorded(oid, RECORDED, 1);
    Form form = plain.form();
    return new Document(
        plain.documentOid(),
        plain.versionOid(),
        plain.version(),
        plain.register(),
        plain.chain(),
        new Form(type, null, form.mediaType(), form.language(), form.contentBytes()),
        tasks,
        plain.socialServices(),
        plain.matters(),
        plain.title(),
        plain.author(),
        new Handling(
            phase, false, null, null, null, show, Handling.PERMANENTLY_SECRET, category, null),
        plain.signature(),
        plain.membership(),
        plain.recordedAt(),
        plain.storedAt(),
        plain.standing());
  }

  private static Document version(
      Oid oid, int number, Instant recordedAt, int bytes, Standing standing) {
    return new Document(
        oid,
        new Oid(oid.value() + "." + number),
        number,
        new Register(CONTROLLER, Ownership.PUBLIC, null),
        new Chain(Basis.OWN_REGISTER, UNIT, UNIT, null, null, null, null),
        new Form("1506.15003", null, "application/xhtml+xml", "fi", bytes),
        Set.of(ServiceTask.OLDER_PEOPLE),
        Set.of(),
        Set.of(),
        new LocalizedText("Suunnitelma", null, null),
        new Document.Author("Eero", "ohjaaja", null),
        new Handling(
            Phase.PHASE_2,
            false,
            null,
            null,
            null,
            ShowToClient.YES,
            Handling.PERMANENTLY_SECRET,
            null,
            null),
        Signature.NONE,
        Membership.NOT_COMMON,
        recordedAt,
        recordedAt,
        standing);
  }
}
