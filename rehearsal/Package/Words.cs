using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Package;

/// <summary>The words of the files for the closed sets of the domain: small letters, hyphens between.</summary>
internal static class Words
{
    public static string Of(Family family) => family switch
    {
        Family.Gcse => "gcse",
        Family.GceAsLevel => "gce-as-level",
        Family.GceALevel => "gce-a-level",
        Family.CoreMaths => "core-maths",
        Family.FreeStandingMaths => "free-standing-maths",
        Family.Project => "project",
        Family.EntryLevel => "entry-level",
        Family.CambridgeNational => "cambridge-national",
        Family.CambridgeTechnical => "cambridge-technical",
        Family.CambridgeAdvancedNational => "cambridge-advanced-national",
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "no such family"),
    };

    public static string Of(UnitLevel level) => level switch
    {
        UnitLevel.None => "",
        UnitLevel.AS => "as",
        UnitLevel.A2 => "a2",
        UnitLevel.Gcse => "gcse",
        UnitLevel.Vocational => "vocational",
        UnitLevel.GradePoints => "grade-points",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "no such level"),
    };

    public static string Of(MarkStatus status) => status switch
    {
        MarkStatus.Marked => "marked",
        MarkStatus.Absent => "absent",
        MarkStatus.PartlyAbsent => "partly-absent",
        MarkStatus.Pending => "pending",
        MarkStatus.NoResult => "no-result",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };

    public static string Of(BelowLowest stretch) => stretch == BelowLowest.NotionalN ? "notional-n" : "direct-to-zero";

    public static string Of(Structure structure) => structure == Structure.Linear ? "linear" : "unitised";

    public static string Of(Tier tier) => tier switch
    {
        Tier.Foundation => "foundation",
        Tier.Higher => "higher",
        _ => "untiered",
    };

    public static string Of(Marking marking) => marking == Marking.Moderated ? "moderated" : "examined";

    public static string Of(AssessmentKind kind) => kind == AssessmentKind.Component ? "component" : "unit";

    public static string Of(Provenance provenance) => provenance switch
    {
        Provenance.Published => "published",
        Provenance.Given => "given",
        Provenance.Computed => "computed",
        Provenance.Assumed => "assumed",
        Provenance.Invented => "invented",
        _ => throw new ArgumentOutOfRangeException(nameof(provenance), provenance, "no such provenance"),
    };

    public static string Of(bool yes) => yes ? "yes" : "no";
}
