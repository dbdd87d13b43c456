using System.Collections.Concurrent;
using ResultsGrid.Awarding;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Grains.Work;

/// <summary>What each running job needs of its series as a whole, fetched once for a job on each node rather than for each centre.</summary>
/// <remarks>A series has one job at a time, and no load runs beside it, so what is fetched once holds for all of the job.</remarks>
public sealed class SeriesJobs(IGrainFactory grains)
{
    /// <summary>More series than are worked on at one time. A national one takes a megabyte.</summary>
    private const int MaxKept = 8;

    private readonly ConcurrentDictionary<(SeriesCode Series, int Job), Lazy<Task<SeriesBasis>>> kept = new();

    /// <exception cref="InvalidOperationException">The series was never loaded, or lists what it does not define.</exception>
    public async Task<SeriesBasis> Get(SeriesCode series, int job)
    {
        var wanted = (series, job);
        // On the pool: a grain that asks first must not have to carry the others' answer through its own turns.
        var fetching = kept.GetOrAdd(wanted, one => new(() => Task.Run(() => Fetch(one.Series))));
        try
        {
            return await fetching.Value;
        }
        catch
        {
            kept.TryRemove(new(wanted, fetching));
            throw;
        }
        finally
        {
            ForgetEarlier(wanted);
        }
    }

    private void ForgetEarlier((SeriesCode Series, int Job) newest)
    {
        foreach (var one in kept.Keys)
        {
            if ((one.Series == newest.Series && one.Job < newest.Job) || (kept.Count > MaxKept && one != newest)) kept.TryRemove(one, out _);
        }
    }

    private async Task<SeriesBasis> Fetch(SeriesCode series)
    {
        var profile = await grains.Series(series).GetProfile() ?? throw new InvalidOperationException($"Series {series} has work but no profile.");
        var assessments = await profile.Assessments.Gather(async code =>
            (await grains.Assessment(series, code).Get())?.Assessment ?? throw new InvalidOperationException($"Series {series} lists assessment {code}, which is not defined."));
        var qualifications = await profile.Qualifications.Gather(async code =>
            (await grains.Assessment(series, code).Get())?.Qualification ?? throw new InvalidOperationException($"Series {series} lists qualification {code}, which is not defined."));
        return new(profile, new AwardingBasis(
            series,
            qualifications.ToDictionary(qualification => qualification.Code),
            assessments.ToDictionary(assessment => assessment.Code)));
    }
}

/// <summary>A series' profile, and every specification that its assessment grains hold.</summary>
public sealed record SeriesBasis(SeriesProfile Profile, AwardingBasis Specifications);
