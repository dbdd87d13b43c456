using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Statements;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>A centre's results as a table: candidates down, their awards and unit results across.</summary>
/// <param name="Results">What it was made from.</param>
/// <param name="Units">The units (not components) of the centre, in code order: the columns after the qualifications.</param>
/// <param name="Rows">In candidate-number order.</param>
public sealed record Broadsheet(CentreResults Results, IReadOnlyList<Assessment> Units, IReadOnlyList<BroadsheetRow> Rows)
{
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static Broadsheet Of(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Candidates.Count == 0) throw new ArgumentException($"Centre {results.Centre} has no candidate in series {results.Series}: there is no broadsheet to print.");
        var specifications = new SpecificationIndex(results);
        return new Broadsheet(
            results,
            [.. results.Assessments.Where(assessment => assessment.Kind == AssessmentKind.Unit)],
            [.. results.Candidates.OrderBy(candidate => candidate.Number).Select(candidate => RowOf(candidate, specifications))]);
    }

    private static BroadsheetRow RowOf(CandidateResults candidate, SpecificationIndex specifications) => new(
        candidate,
        [.. candidate.Awards.Select(award => AwardOf(award, specifications.Of(award.Qualification)))],
        [.. candidate.Assessments.Select(result => (Result: result, Unit: specifications.Of(result.Assessment)))
            .Where(pair => pair.Unit.Kind == AssessmentKind.Unit)
            .Select(pair => new BroadsheetUnit(pair.Unit.Code, PrintedGrade.Of(pair.Result), pair.Result.Ums, pair.Unit.Scale?.MaximumUms))]);

    private static BroadsheetAward AwardOf(Award award, Qualification qualification)
        => new(award.Qualification, award.Option, PrintedGrade.Of(award), award.Total, qualification.MaximumTotal, award.Endorsement?.ToString() ?? "");
}
