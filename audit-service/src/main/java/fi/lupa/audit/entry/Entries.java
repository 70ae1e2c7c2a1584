package fi.lupa.audit.entry;

import fi.lupa.audit.codeset.CodeSets;
import fi.lupa.audit.party.Names;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.BreakGlassReviewed;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.DisclosureNoticed;
import fi.lupa.contracts.event.DocumentDestroyed;
import fi.lupa.contracts.event.DocumentStored;
import fi.lupa.contracts.event.DocumentVoided;
import fi.lupa.contracts.event.EntryErased;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.LogRequestChanged;
import fi.lupa.contracts.event.LogSearched;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.RepresentativeViewed;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.contracts.event.VisibilitySearched;
import fi.lupa.contracts.event.Watermark;
import fi.lupa.contracts.event.WithholdingChanged;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which events stand in whose log, and how they read there. */
public final class Entries {
  private final Words finnish;
  private final Words swedish;
  private final Words english;

  public Entries(CodeSets codes, Sentences sentences) {
    this.finnish = new Words(codes, sentences, "fi");
    this.swedish = new Words(codes, sentences, "sv");
    this.english = new Words(codes, sentences, "en");
  }

  /** Whose names the entry needs that the event doesn't hold itself. */
  public static Set<Oid> nameless(Event event) {
    return switch (event) {
      case UsageRightChanged e -> Set.of(e.organiser(), e.producer(), e.producerUnit());
      case ClientLinked e -> Set.of(e.organiser());
      case InformingRecorded e -> Stream.ofNullable(e.recorder()).collect(Collectors.toSet());
      case PermitChanged e ->
          Stream.concat(
                  Stream.ofNullable(e.recorder()),
                  e.targets().stream()
                      .flatMap(target -> Stream.ofNullable(target.recipient().organisation())))
              .collect(Collectors.toSet());
      case ProhibitionChanged e ->
          Stream.concat(Stream.ofNullable(e.recorder()), Stream.ofNullable(e.controller()))
              .collect(Collectors.toSet());
      case GuardianProhibitionChanged e -> Set.of(e.recorder());
      case RecordsQueried e -> Set.of();
      case DocumentStored e -> Set.of();
      case DocumentVoided e -> Set.of();
      case DocumentDestroyed e -> Set.of();
      case VisibilitySearched e -> Set.of();
      case LogSearched e -> Set.of();
      case LogRequestChanged e -> Set.of();
      case DisclosureNoticed e -> Set.of();
      case RepresentationChanged e -> Set.of();
      case RepresentativeViewed e -> Set.of();
      case BreakGlassReviewed e -> Set.of();
      case EntryErased e -> Set.of();
      case OrganisationChanged e -> Set.of();
      case WithholdingChanged e -> Set.of();
      case Watermark e -> Set.of();
    };
  }

  /**
   * Tells an event as an entry.
   *
   * @param language fi, sv or en
   * @throws IllegalArgumentException when the event stands in nobody's log
   */
  public LogEntry tell(UUID id, Instant time, Event event, Names names, String language) {
    Words words = in(language);
    return switch (event) {
      case RecordsQueried e -> AccessTeller.tell(new Told<>(id, time, e, names), words);
      case DocumentStored e -> StoredTeller.tell(new Told<>(id, time, e, names), words);
      case DocumentVoided e -> VoidedTeller.tell(new Told<>(id, time, e, names), words);
      case DocumentDestroyed e -> DestroyedTeller.tell(new Told<>(id, time, e, names), words);
      case VisibilitySearched e -> VisibilityTeller.tell(new Told<>(id, time, e, names), words);
      case DisclosureNoticed e -> NoticeTeller.tell(new Told<>(id, time, e, names), words);
      case LogRequestChanged e -> LogRequestTeller.tell(new Told<>(id, time, e, names), words);
      case LogSearched e -> LogReadTeller.tell(new Told<>(id, time, e, names), words);
      case UsageRightChanged e -> RightTeller.tell(new Told<>(id, time, e, names), words);
      case ClientLinked e -> LinkTeller.tell(new Told<>(id, time, e, names), words);
      case InformingRecorded e -> InformingTeller.tell(new Told<>(id, time, e, names), words);
      case PermitChanged e -> PermitTeller.tell(new Told<>(id, time, e, names), words);
      case ProhibitionChanged e -> ProhibitionTeller.tell(new Told<>(id, time, e, names), words);
      case GuardianProhibitionChanged e ->
          GuardianProhibitionTeller.tell(new Told<>(id, time, e, names), words);
      case RepresentativeViewed e ->
          RepresentativeViewedTeller.tell(new Told<>(id, time, e, names), words);
      case BreakGlassReviewed e ->
          BreakGlassReviewedTeller.tell(new Told<>(id, time, e, names), words);
      case RepresentationChanged e ->
          RepresentationTeller.tell(new Told<>(id, time, e, names), words);
      case EntryErased e -> ErasedTeller.tell(new Told<>(id, time, e, names), words);
      case OrganisationChanged e -> throw new IllegalArgumentException("about no client");
      case WithholdingChanged e -> throw new IllegalArgumentException("not for the client");
      case Watermark e -> throw new IllegalArgumentException("about no client");
    };
  }

  private Words in(String language) {
    return switch (language) {
      case "sv" -> swedish;
      case "en" -> english;
      default -> finnish;
    };
  }
}
