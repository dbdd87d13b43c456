using ResultsGrid.Awarding;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Rehearsal;

/// <summary>Awarding, held to the oracle over whole invented series.</summary>
public class RehearsalAwardsTests
{
    private const int MostDifferencesShown = 12;

    [Theory]
    [InlineData(RehearsalSubjects.Gce, 11)]
    [InlineData(RehearsalSubjects.Gcse, 12)]
    [InlineData(RehearsalSubjects.Vocational, 13)]
    [InlineData(RehearsalSubjects.National, 14)]
    [InlineData(RehearsalSubjects.Mixed, 15)]
    public void Every_result_is_what_the_oracle_works_out(RehearsalSubjects subjects, int seed)
    {
        var plan = Rehearsed.Plan(subjects, 20, 2_000, seed);
        using var zip = new MemoryStream(Rehearsed.Zip(plan));
        var expected = ExpectedResults.From(zip);
        var loaded = Rehearsed.Loaded(plan);
        var basis = new AwardingBasis(
            loaded.Series,
            loaded.Qualifications.ToDictionary(qualification => qualification.Code),
            loaded.Assessments.ToDictionary(assessment => assessment.Code));

        var differences = loaded.Centres
            .SelectMany(centre => centre.Candidates.SelectMany(candidate => Differences(
                expected[(centre.Number.ToString(), candidate.Number.ToString())],
                Awards.Of(candidate.Work, basis))))
            .ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(MostDifferencesShown))}");
    }

    private static IEnumerable<string> Differences(ExpectedCandidate expected, CandidateAwards actual)
    {
        var wanted = expected.Assessments.Select(result => $"{result}").Concat(expected.Awards.Select(award => $"{award}"));
        var got = actual.Assessments.Select(result => $"{AsExpected(result)}").Concat(actual.Awards.Select(award => $"{AsExpected(award)}"));
        var (wantedLines, gotLines) = (wanted.ToList(), got.ToList());
        if (wantedLines.SequenceEqual(gotLines)) yield break;
        foreach (var line in wantedLines.Except(gotLines)) yield return $"{expected.Centre}/{expected.Number} expected {line}";
        foreach (var line in gotLines.Except(wantedLines)) yield return $"{expected.Centre}/{expected.Number} got      {line}";
        if (wantedLines.Order(StringComparer.Ordinal).SequenceEqual(gotLines.Order(StringComparer.Ordinal))) yield return $"{expected.Centre}/{expected.Number} has another order";
    }

    private static ExpectedAssessment AsExpected(AssessmentResult result) => new(
        result.Assessment.ToString(), Word(result.Outcome), result.RawMark, result.Ums, result.Grade?.ToString(), result.PartialAbsence, result.SpecialConsideration);

    private static ExpectedAward AsExpected(Award award) => new(
        award.Qualification.ToString(), award.Option, Word(award.Outcome), award.Grade?.ToString(), award.Total, award.PartialAbsence, award.Endorsement?.ToString());

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Graded => "graded",
        Outcome.NoResult => "no-result",
        Outcome.Pending => "pending",
        _ => "absent",
    };
}
