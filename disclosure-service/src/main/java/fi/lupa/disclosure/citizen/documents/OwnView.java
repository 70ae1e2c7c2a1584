package fi.lupa.disclosure.citizen.documents;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.disclosure.citizen.CitizenView;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.document.OwnDocument;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A look into the citizen's own view while it is made: sorts what is shown from what isn't. */
public final class OwnView {
  private final Citizen citizen;
  private final Facts facts;
  private final Instant now;
  private final HiddenKinds hidden;
  private final List<OwnDocument> shown = new ArrayList<>();
  private final List<CitizenView.Seen> withheld = new ArrayList<>();

  OwnView(Citizen citizen, Facts facts, Instant now, HiddenKinds hidden) {
    this.citizen = citizen;
    this.facts = facts;
    this.now = now;
    this.hidden = hidden;
  }

  public ClientRef client() {
    return citizen.client();
  }

  /** Who looks, and who acts for them. */
  Citizen citizen() {
    return citizen;
  }

  public Facts facts() {
    return facts;
  }

  public Instant now() {
    return now;
  }

  LocalDate today() {
    return FinnishDays.dayOf(now);
  }

  /** Under which references the documents stand. */
  Set<ClientRef> refs() {
    return facts.found(client());
  }

  /** Takes documents until so many are shown; says whether there is one more to show. */
  boolean fill(List<OwnDocument> found, int limit) {
    for (OwnDocument own : found) {
      Optional<CitizenRules.Withheld> why = withheld(own);
      if (why.isPresent()) {
        withheld.add(CitizenView.Seen.of(own.document(), why.get().name()));
      } else if (shown.size() == limit) {
        return true;
      } else {
        shown.add(own);
      }
    }
    return false;
  }

  private Optional<CitizenRules.Withheld> withheld(OwnDocument own) {
    Representative by = citizen.representative();
    return by != null
            && RepresentativeRules.isProhibited(
                by, citizen.id().born(), facts, own.document(), today())
        ? Optional.of(CitizenRules.Withheld.NOT_AVAILABLE)
        : CitizenRules.withheld(own, hidden, today());
  }

  List<OwnDocument> shown() {
    return List.copyOf(shown);
  }

  @Nullable OwnDocument last() {
    return shown.isEmpty() ? null : shown.getLast();
  }

  List<CitizenView.Seen> seen() {
    return shown.stream().map(own -> CitizenView.Seen.of(own.document(), null)).toList();
  }

  List<CitizenView.Seen> withheld() {
    return List.copyOf(withheld);
  }
}
