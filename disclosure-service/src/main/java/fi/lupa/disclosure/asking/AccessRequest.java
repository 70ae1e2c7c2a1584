package fi.lupa.disclosure.asking;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.disclosure.decision.ProtectionNeed;
import fi.lupa.disclosure.decision.Relationship;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.platform.client.ClientId;
import org.jspecify.annotations.Nullable;

/** A request for records, as far as queries and summaries are alike. */
public interface AccessRequest {
  ClientId client();

  Basis basis();

  @Nullable Ground ground();

  /** Which sector's registers are asked for; absent means SOCIAL. */
  @Nullable Sector source();

  @Nullable Oid controller();

  String purpose();

  RequesterPart requester();

  @Nullable StatedRelationship relationship();

  @Nullable WideSearch wideSearch();

  @Nullable Necessity necessity();

  @Nullable Incapacity incapacity();

  @Nullable Protection protection();

  /** The unit and the professional who ask. */
  record RequesterPart(Oid unit, Professional professional) {}

  /**
   * The client or care relationship, or other task, that the requester states (Act 703/2023 9 §).
   *
   * @param explanation tells the other task
   */
  record StatedRelationship(Relationship type, @Nullable String id, @Nullable String explanation) {}

  /**
   * Why an authority searches widely.
   *
   * @param reasonCode key of {@code codesets/wide-search-reasons.yaml}
   */
  record WideSearch(String reasonCode, String explanation) {}

  /** That the requester confirms the data to be necessary. */
  enum Necessity {
    CONFIRMED
  }

  /** Why the client can't judge the meaning of a permit, and who represents the client. */
  record Incapacity(Reason reason, Representative representative) {
    /** Act 703/2023 55 § 2. */
    public enum Reason {
      MEMORY_ILLNESS,
      MENTAL_DISORDER,
      INTELLECTUAL_DISABILITY,
      OTHER
    }

    /** Nobody: who has a legal representative can have a permit given. */
    public enum Representative {
      NONE
    }
  }

  /** What must be secured (Act 703/2023 56 §). */
  record Protection(
      ProtectionNeed.Reason reason,
      ProtectionNeed.NoPermit permit,
      boolean immediateCare,
      String explanation) {
    ProtectionNeed need() {
      return new ProtectionNeed(reason, permit, immediateCare);
    }
  }
}
