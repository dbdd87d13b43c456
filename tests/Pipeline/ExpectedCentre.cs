namespace ResultsGrid.Tests.Pipeline;

/// <summary>One centre's results, as every document of it should show them.</summary>
/// <param name="Candidates">In number order.</param>
public sealed record ExpectedCentre(ExpectedSeries Series, string Number, string Name, IReadOnlyList<ExpectedPerson> Candidates)
{
    public override string ToString() => Number;

    /// <summary>Does anyone certify a qualification with two results files, or sit a unit of one?</summary>
    public bool HasTwoFiles => Candidates.Any(person => person.Results.Awards.Any(award => Series.HasTwoFiles(award.Qualification))
        || person.Results.Assessments.Any(result => Series.IsSeparate(result.Assessment)));

    /// <summary>The oracle's results counted by code: qualifications, then units, each in code order. Components have no grades.</summary>
    public IEnumerable<ExpectedCount> Counts()
    {
        var awards = Candidates.SelectMany(person => person.Results.Awards).ToLookup(award => award.Qualification, award => (award.Outcome, award.Grade, award.IsPartial));
        var units = Candidates.SelectMany(person => person.Results.Assessments).Where(result => Series.IsUnit(result.Assessment))
            .ToLookup(result => result.Assessment, result => (result.Outcome, result.Grade, result.IsPartial));
        return Count("qualification", awards).Concat(Count("unit", units));
    }

    private IEnumerable<ExpectedCount> Count(string kind, ILookup<string, (string Outcome, string? Grade, bool IsPartial)> results)
        => results.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new ExpectedCount(kind, group.Key, [.. Series.Grades(group.Key)], [.. group]));
}
