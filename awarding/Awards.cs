using ResultsGrid.Awarding.Aggregation;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Grading;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Awarding;

/// <summary>Awarding, whole: a pure function of marks and specifications.</summary>
public static class Awards
{
    /// <summary>Unit and component results for every entry, and an award for every certification entry.</summary>
    /// <exception cref="ArgumentException">The work and the basis do not belong together, which reading a series rules out.</exception>
    public static CandidateAwards Of(CandidateWork work, AwardingBasis basis)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(basis);
        var results = work.Entries.Order().Select(code => ResultOf(code, work, basis)).ToList();
        var candidacy = new Candidacy(work, basis, results);
        var decisions = work.CertificationEntries
            .OrderBy(entry => entry.Qualification).ThenBy(entry => entry.Option, StringComparer.Ordinal)
            .Select(entry => new Certification(entry, candidacy).Decide())
            .ToList();
        return new CandidateAwards(Shown(results, decisions), [.. decisions.Select(decision => decision.Award)]);
    }

    private static AssessmentResult ResultOf(AssessmentCode code, CandidateWork work, AwardingBasis basis)
    {
        var mark = work.Marks.FirstOrDefault(mark => mark.Assessment == code);
        var allowances = work.SpecialConsiderations.OfType<SpecialConsideration.Allowance>().Where(allowance => allowance.Assessment == code).ToList();
        int? allowance = allowances.Count == 0 ? null : allowances.Sum(allowance => allowance.Marks);
        return AssessmentGrading.Of(basis.AssessmentOf(code), mark, allowance);
    }

    /// <summary>With each enhancement against the missed assessment; where two awards enhance it, the higher.</summary>
    private static List<AssessmentResult> Shown(List<AssessmentResult> results, List<AwardDecision> decisions)
    {
        foreach (var enhancement in decisions.SelectMany(decision => decision.Enhancements))
        {
            var index = results.FindIndex(result => result.Assessment == enhancement.Assessment);
            var result = results[index];
            int? ums = result.Ums is { } shown ? Math.Max(shown, (int)enhancement.Score) : null;
            results[index] = result with { Ums = ums, SpecialConsideration = true };
        }

        return results;
    }
}
