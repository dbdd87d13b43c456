using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>assessments.csv: the units and components of the series.</summary>
internal sealed class AssessmentRows(GradesetRows gradesets) : TableFile(
    SeriesFileNames.Assessments,
    PackageLimits.MaxBasedataRows,
    "assessment_code", "title", "kind", "level", "tier", "marking", "maximum_mark", "weight", "maximum_ums", "attainable_ums",
    "below_lowest", "a_star_mark", "cap_mark", "n_mark")
{
    public const int MaxMark = 999;
    private const decimal MaxWeight = 100;
    private const int WeightPlaces = 6;
    private const string NoCap = "none";

    private readonly Dictionary<AssessmentCode, AssessmentDraft> drafts = [];

    public override IReadOnlyList<string> OptionalColumns => ["gradeset"];

    public IReadOnlyCollection<AssessmentDraft> All => drafts.Values;

    public AssessmentDraft? Find(AssessmentCode code) => drafts.GetValueOrDefault(code);

    /// <returns>Null where the cell names none; that it doesn't exist is then a fault already.</returns>
    public AssessmentDraft? NamedBy(Cell cell)
    {
        var code = cell.AssessmentCode();
        var draft = drafts.GetValueOrDefault(code);
        if (draft is null && code != default && IsWhole) cell.Refuse($"is not in {Name}");
        return draft;
    }

    public override void Read(Row row)
    {
        var code = row["assessment_code"].AssessmentCode();
        var title = row["title"].Text(PackageLimits.MaxTitleCharacters);
        var kind = row["kind"].Word(Words.Kind);
        var level = row["level"].WordOrBlank(Words.Level);
        var tier = row["tier"].Word(Words.Tier);
        var marking = row["marking"].Word(Words.Marking);
        var maximumMark = row["maximum_mark"].Number(1, MaxMark);
        var weight = row["weight"].FactorOrBlank(MaxWeight, WeightPlaces);
        var maximumUms = row["maximum_ums"].NumberOrBlank(1, MaxMark);
        var attainableUms = row["attainable_ums"].NumberOrBlank(1, maximumUms ?? MaxMark);
        var belowLowest = row["below_lowest"].WordOrBlank(Words.BelowLowest);
        var aStarMark = row["a_star_mark"].NumberOrBlank(1, maximumMark);
        var cap = Cap(row["cap_mark"], maximumMark);
        var nMark = row["n_mark"].NumberOrBlank(1, maximumMark);
        var gradeset = OwnGradeset(row["gradeset"]);

        if (!row.IsFaulty && kind == AssessmentKind.Unit) HoldToUnit(row, level, tier, weight, belowLowest);
        if (!row.IsFaulty && kind == AssessmentKind.Component) HoldToComponent(row, weight);
        if (code == default) return;

        var draft = new AssessmentDraft
        {
            Line = row.Line,
            Code = code,
            IsSound = !row.IsFaulty,
            Title = title,
            Kind = kind,
            Level = level ?? UnitLevel.None,
            Tier = tier,
            Marking = marking,
            MaximumMark = maximumMark,
            Weight = weight ?? 1,
            MaximumUms = maximumUms ?? 0,
            AttainableUms = attainableUms,
            BelowLowest = belowLowest ?? BelowLowest.DirectToZero,
            AStarMark = aStarMark,
            Cap = cap,
            NMark = nMark,
            OwnGradeset = gradeset,
        };
        if (!drafts.TryAdd(code, draft)) row["assessment_code"].Refuse($"stands in line {drafts[code].Line} already");
    }

    /// <summary>The gradeset that a unit is graded by in place of its qualifications'.</summary>
    private Gradeset? OwnGradeset(Cell cell)
    {
        var code = cell.TextOrBlank(PackageLimits.MaxShortCodeCharacters);
        if (code.Length == 0) return null;
        if (!gradesets.TryFind(code, out var gradeset) && gradesets.IsWhole) cell.Refuse($"is not in {gradesets.Name}");
        return gradeset;
    }

    private static CapMark Cap(Cell cell, int maximumMark)
        => cell.IsBlank ? new CapMark.ByRule()
        : cell.Raw == NoCap ? new CapMark.None()
        : int.TryParse(cell.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? new CapMark.At(cell.Number(1, maximumMark))
        : Refused(cell);

    private static CapMark.None Refused(Cell cell)
    {
        cell.Refuse($"is neither a mark, nor {NoCap}, nor blank");
        return new CapMark.None();
    }

    private static void HoldToUnit(Row row, UnitLevel? level, Tier tier, decimal? weight, BelowLowest? belowLowest)
    {
        var isGce = level is UnitLevel.AS or UnitLevel.A2;
        if (level is null) row["level"].Refuse($"is blank, and a unit needs {Words.Level.Expected}");
        if (weight is not null and not 1) row["weight"].Refuse("is the factor of a component; a unit's is 1 or blank");
        if (row["maximum_ums"].IsBlank) row["maximum_ums"].Refuse("is blank, and a unit needs its maximum uniform mark");
        if (level != UnitLevel.A2) row["a_star_mark"].RefuseUnlessBlank("is given, but only an A2 unit has an A* point");
        if (belowLowest != BelowLowest.NotionalN) row["n_mark"].RefuseUnlessBlank("is given, but below_lowest is not notional-n");
        if (belowLowest == BelowLowest.NotionalN && !isGce) row["below_lowest"].Refuse("is for AS and A2 units: only they have a notional N");
        if (level == UnitLevel.GradePoints) row["cap_mark"].RefuseUnlessBlank("is given, but the grade of the unit earns its points");
        if (tier != Tier.Untiered && level != UnitLevel.Gcse) row["tier"].Refuse("is for GCSE units; other units are untiered");
    }

    private static void HoldToComponent(Row row, decimal? weight)
    {
        if (weight is null) row["weight"].Refuse("is blank, and a component needs the factor of its marks in the total");
        foreach (var column in (string[])["level", "maximum_ums", "attainable_ums", "below_lowest", "a_star_mark", "cap_mark", "n_mark", "gradeset"])
            row[column].RefuseUnlessBlank("is given, but a component has no uniform marks and no grade of its own");
    }
}
