using ResultsGrid.LoadTests.Arrivals;

namespace ResultsGrid.LoadTests.Overloads;

/// <summary>Who comes: one hog with half of all requests, some busy centres with two fifths, and many quiet ones with the rest.</summary>
public sealed class Crowd
{
    private const double HogShare = 0.5;
    private const double BusyShare = 0.4;
    private const int MaxBusy = 20;
    private const int MaxQuiet = 200;

    /// <summary>More than these don't come.</summary>
    public const int MaxCentres = 1 + MaxBusy + MaxQuiet;

    /// <param name="requests">One of each centre, four or more.</param>
    public Crowd(IReadOnlyList<LoadRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentOutOfRangeException.ThrowIfLessThan(requests.Count, 4);
        Hog = requests[0];
        Busy = [.. requests.Skip(1).Take(Math.Min(MaxBusy, requests.Count / 4))];
        Quiet = [.. requests.Skip(1 + Busy.Count).Take(MaxQuiet)];
    }

    public LoadRequest Hog { get; }

    public IReadOnlyList<LoadRequest> Busy { get; }

    public IReadOnlyList<LoadRequest> Quiet { get; }

    public LoadRequest Next(Random chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        return chance.NextDouble() switch
        {
            < HogShare => Hog,
            < HogShare + BusyShare => Busy[chance.Next(Busy.Count)],
            _ => Quiet[chance.Next(Quiet.Count)],
        };
    }
}
