using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Board;
using ResultsGrid.Grains.Candidates;
using ResultsGrid.Grains.Centres;
using ResultsGrid.Grains.Results;
using ResultsGrid.Grains.Series;
using ResultsGrid.Grains.Sessions;

namespace ResultsGrid.Grains.Hosting;

/// <summary>Every grain by the words of the field: the one place where keys are put together.</summary>
public static class GrainKeys
{
    public static IBoardGrain Board(this IGrainFactory grains) => grains.GetGrain<IBoardGrain>("board");

    public static ISeriesGrain Series(this IGrainFactory grains, SeriesCode series)
        => grains.GetGrain<ISeriesGrain>(series.ToString());

    public static ICentreGrain Centre(this IGrainFactory grains, CentreNumber centre)
        => grains.GetGrain<ICentreGrain>(centre.ToString());

    public static IAccountsGrain Accounts(this IGrainFactory grains, Shelf shelf)
        => grains.GetGrain<IAccountsGrain>(shelf.ToString());

    public static ISessionsGrain Sessions(this IGrainFactory grains, Shelf shelf)
        => grains.GetGrain<ISessionsGrain>(shelf.ToString());

    public static IAssessmentGrain Assessment(this IGrainFactory grains, SeriesCode series, AssessmentCode code)
        => grains.GetGrain<IAssessmentGrain>($"{series}/{code}");

    /// <summary>A qualification's certification code is assessed, given boundaries and counted like a unit's, so the same grain holds it.</summary>
    public static IAssessmentGrain Assessment(this IGrainFactory grains, SeriesCode series, QualificationCode code)
        => grains.GetGrain<IAssessmentGrain>($"{series}/{code}");

    public static ICandidateGrain Candidate(this IGrainFactory grains, SeriesCode series, CentreNumber centre, CandidateNumber candidate)
        => grains.GetGrain<ICandidateGrain>($"{series}/{centre}/{candidate}");

    public static IResultsGrain Results(this IGrainFactory grains, SeriesCode series, CentreNumber centre)
        => grains.GetGrain<IResultsGrain>($"{series}/{centre}");
}
