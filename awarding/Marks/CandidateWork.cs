using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Marks;

/// <summary>Everything about one candidate that awarding needs; nothing about who they are.</summary>
/// <param name="Entries">Assessments entered in this series (units, and the components of linear entries).</param>
/// <param name="Marks">At most one per entry. An entry without one is pending (Q).</param>
/// <param name="HasSingleUci">False where two UCIs are not merged yet: every award is X.</param>
public sealed record CandidateWork(
    IReadOnlyList<AssessmentCode> Entries,
    IReadOnlyList<CertificationEntry> CertificationEntries,
    IReadOnlyList<AssessmentMark> Marks,
    IReadOnlyList<EarlierResult> EarlierResults,
    IReadOnlyList<SpecialConsideration> SpecialConsiderations,
    bool HasSingleUci = true);
