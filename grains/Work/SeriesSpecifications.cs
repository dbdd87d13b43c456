using ResultsGrid.Awarding;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Grains.Work;

/// <summary>Every specification of a series, as its assessment grains hold them.</summary>
public sealed record SeriesSpecifications(AwardingBasis All)
{
    public static async Task<SeriesSpecifications> Load(IGrainFactory grains, SeriesCode series, SeriesProfile profile)
    {
        var assessments = await profile.Assessments.Gather(async code =>
            (await grains.Assessment(series, code).Get())?.Assessment ?? throw new InvalidOperationException($"Series {series} lists assessment {code}, which is not defined."));
        var qualifications = await profile.Qualifications.Gather(async code =>
            (await grains.Assessment(series, code).Get())?.Qualification ?? throw new InvalidOperationException($"Series {series} lists qualification {code}, which is not defined."));
        return new(new AwardingBasis(
            series,
            qualifications.ToDictionary(qualification => qualification.Code),
            assessments.ToDictionary(assessment => assessment.Code)));
    }

    /// <summary>Only what a candidate's work touches: small enough to travel with a call.</summary>
    public AwardingBasis For(CandidateWork work)
    {
        var qualifications = work.CertificationEntries.Select(entry => entry.Qualification)
            .Distinct().ToDictionary(code => code, code => All.Qualifications[code]);
        var assessments = work.Entries
            .Concat(work.EarlierResults.Select(earlier => earlier.Assessment))
            .Concat(qualifications.Values.SelectMany(Contributing))
            .Distinct().ToDictionary(code => code, code => All.Assessments[code]);
        return new(All.Series, qualifications, assessments);
    }

    private static IEnumerable<AssessmentCode> Contributing(Qualification qualification)
        => qualification.Options.SelectMany(option => option.Contributions).Select(contribution => contribution.Assessment)
            .Concat(qualification.AStar?.Units ?? []);
}
