using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>The words of the series files, as docs/series-files.md lists them.</summary>
internal static class Words
{
    public static readonly Vocabulary<bool> YesOrNo = new(("yes", true), ("no", false));

    public static readonly Vocabulary<Family> Family = new(
        ("gcse", Awarding.Specification.Family.Gcse),
        ("gce-as-level", Awarding.Specification.Family.GceAsLevel),
        ("gce-a-level", Awarding.Specification.Family.GceALevel),
        ("core-maths", Awarding.Specification.Family.CoreMaths),
        ("free-standing-maths", Awarding.Specification.Family.FreeStandingMaths),
        ("project", Awarding.Specification.Family.Project),
        ("entry-level", Awarding.Specification.Family.EntryLevel),
        ("cambridge-national", Awarding.Specification.Family.CambridgeNational),
        ("cambridge-technical", Awarding.Specification.Family.CambridgeTechnical),
        ("cambridge-advanced-national", Awarding.Specification.Family.CambridgeAdvancedNational));

    public static readonly Vocabulary<Structure> Structure = new(
        ("unitised", Awarding.Specification.Structure.Unitised),
        ("linear", Awarding.Specification.Structure.Linear));

    public static readonly Vocabulary<AssessmentKind> Kind = new(
        ("unit", AssessmentKind.Unit),
        ("component", AssessmentKind.Component));

    public static readonly Vocabulary<UnitLevel> Level = new(
        ("as", UnitLevel.AS),
        ("a2", UnitLevel.A2),
        ("gcse", UnitLevel.Gcse),
        ("vocational", UnitLevel.Vocational),
        ("grade-points", UnitLevel.GradePoints));

    public static readonly Vocabulary<Tier> Tier = new(
        ("untiered", Awarding.Specification.Tier.Untiered),
        ("foundation", Awarding.Specification.Tier.Foundation),
        ("higher", Awarding.Specification.Tier.Higher));

    public static readonly Vocabulary<Marking> Marking = new(
        ("examined", Awarding.Specification.Marking.Examined),
        ("moderated", Awarding.Specification.Marking.Moderated));

    public static readonly Vocabulary<BelowLowest> BelowLowest = new(
        ("direct-to-zero", Awarding.Specification.BelowLowest.DirectToZero),
        ("notional-n", Awarding.Specification.BelowLowest.NotionalN));

    /// <summary>True where the assessment is mandatory.</summary>
    public static readonly Vocabulary<bool> Requirement = new(("mandatory", true), ("optional", false));

    public static readonly Vocabulary<MarkStatus> Status = new(
        ("marked", MarkStatus.Marked),
        ("absent", MarkStatus.Absent),
        ("partly-absent", MarkStatus.PartlyAbsent),
        ("pending", MarkStatus.Pending),
        ("no-result", MarkStatus.NoResult));

    /// <summary>True for an allowance of marks, false for a decision on an absent unit.</summary>
    public static readonly Vocabulary<bool> SpecialConsideration = new(("allowance", true), ("absent-unit", false));

    public static readonly Vocabulary<Provenance> Provenance = new(
        ("published", Awarding.Specification.Provenance.Published),
        ("given", Awarding.Specification.Provenance.Given),
        ("computed", Awarding.Specification.Provenance.Computed),
        ("assumed", Awarding.Specification.Provenance.Assumed),
        ("invented", Awarding.Specification.Provenance.Invented));
}
