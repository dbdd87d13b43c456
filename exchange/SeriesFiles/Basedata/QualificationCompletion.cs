using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>A qualification with what its options, contributions and boundaries must come to together.</summary>
/// <param name="partsAreWhole">Every line of the files of options, contributions and boundaries was read: what is not there is missing.</param>
internal sealed class QualificationCompletion(FaultList faults, bool partsAreWhole)
{
    private readonly FileFaults qualificationFaults = faults.For(SeriesFileNames.Qualifications);
    private readonly FileFaults optionFaults = faults.For(SeriesFileNames.Options);
    private readonly FileFaults boundaryFaults = faults.For(SeriesFileNames.QualificationBoundaries);

    /// <returns>Null where it can't be completed; why is then a fault.</returns>
    public Qualification? Complete(QualificationDraft draft)
    {
        if (!partsAreWhole || !draft.IsSound) return null;
        if (draft.Options.Count == 0)
            qualificationFaults.Add(draft.Line, "qualification_code", draft.Code.ToString(), $"has no option in {SeriesFileNames.Options}");
        foreach (var option in draft.Options.Values.Where(option => option is { IsSound: true, HasFaultyParts: false })) Check(option);
        HoldToAStarUnits(draft);
        return new Qualification(
            draft.Code,
            draft.Title,
            draft.Family,
            draft.Structure,
            draft.Gradeset,
            draft.MaximumTotal,
            [.. draft.Options.Values.Select(Built)],
            draft.AStar,
            draft.Terminal,
            draft.EndorsementGrades.Count == 0 ? null : draft.EndorsementGrades,
            draft.HasTwoResultsFiles,
            draft.Provenance);
    }

    private static QualificationOption Built(OptionDraft option) => new(
        option.Code,
        option.Tier,
        option.UnitCount,
        [.. option.Contributions.OrderBy(part => part.Assessment.Code).Select(part => new Contribution(part.Assessment.Code, part.Mandatory))],
        [.. BoundaryOrder.HighestFirst(option.Boundaries, option.Qualification.Grades)
            .Select(line => new GradeBoundary(line.Grade, line.Mark!.Value, Ums: null, line.Provenance))]);

    private void Check(OptionDraft option)
    {
        var grades = option.Qualification.Grades;
        BoundaryOrder.Check(BoundaryOrder.HighestFirst(option.Boundaries, grades), grades, boundaryFaults);
        if (option.Boundaries.Count == 0) Refuse(option, "option", option.Code, $"{option.Name} has no boundary in {SeriesFileNames.QualificationBoundaries}");

        var unitCount = $"{option.UnitCount}";
        var mandatory = option.Contributions.Count(part => part.Mandatory);
        var all = option.Contributions.Count;
        if (mandatory > option.UnitCount)
            Refuse(option, "unit_count", unitCount, $"is less than the {mandatory} mandatory assessments of {option.Name} in {SeriesFileNames.Contributions}");
        else if (all < option.UnitCount)
            Refuse(option, "unit_count", unitCount, $"is more than the {all} assessments of {option.Name} in {SeriesFileNames.Contributions}");
        else if (option.Qualification.Structure == Structure.Linear && all != option.UnitCount)
            Refuse(option, "unit_count", unitCount, $"must be {all}: a linear total is made of all components of the option");
        else if (all == option.UnitCount)
            HoldToMaximum(option);
    }

    // Where everything counts, the maxima must add up, or every boundary is held to the wrong total.
    private void HoldToMaximum(OptionDraft option)
    {
        if (option.Contributions.Exists(part => !part.Assessment.IsSound || part.Assessment.Kind != option.Qualification.Counts)) return;
        var maximum = option.Contributions.Sum(part => part.Assessment.IsUnit ? part.Assessment.MaximumUms : part.Assessment.MaximumMark * part.Assessment.Weight);
        if (Math.Round(maximum, MidpointRounding.AwayFromZero) == option.Qualification.MaximumTotal) return;
        qualificationFaults.Add(
            option.Qualification.Line,
            "maximum_total",
            $"{option.Qualification.MaximumTotal}",
            FormattableString.Invariant($"is not what the assessments of {option.Name} add up to, {maximum:0.######}"));
    }

    private void HoldToAStarUnits(QualificationDraft draft)
    {
        if (draft.Options.Values.Any(option => option.HasFaultyParts)) return;
        foreach (var unit in draft.AStar?.Units ?? [])
        {
            if (!draft.Options.Values.Any(option => option.Contributions.Exists(part => part.Assessment.Code == unit)))
                qualificationFaults.Add(draft.Line, "a_star_units", unit.ToString(), $"contributes to no option of {draft.Code}");
        }
    }

    private void Refuse(OptionDraft option, string field, string value, string reason) => optionFaults.Add(option.Line, field, value, reason);
}
