package fi.lupa.contracts.event;

/**
 * What happened, told once and never changed. A changed shape is a new version of the type, never a
 * changed record.
 */
public sealed interface Event
    permits OrganisationChanged,
        UsageRightChanged,
        ClientLinked,
        InformingRecorded,
        PermitChanged,
        ProhibitionChanged,
        GuardianProhibitionChanged,
        RepresentationChanged,
        RecordsQueried,
        DocumentStored,
        DocumentVoided,
        DocumentDestroyed,
        VisibilitySearched,
        RepresentativeViewed,
        BreakGlassReviewed,
        LogSearched,
        DisclosureNoticed,
        LogRequestChanged,
        WithholdingChanged,
        EntryErased,
        Watermark {}
