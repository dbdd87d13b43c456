using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Demonstrations;

/// <summary>Only an empty store gets a demonstration: one with an operator or a series in it is somebody's.</summary>
public static class DemonstrationStore
{
    private const string UnfinishedMark = "demonstration.unfinished";

    /// <summary>Marks the store until <see cref="MarkFinished"/>: a demonstration that is interrupted leaves operators whose passwords nobody has.</summary>
    public static void MarkUnfinished(string data) => File.WriteAllText(Mark(data), "");

    public static void MarkFinished(string data) => File.Delete(Mark(data));

    /// <exception cref="InvalidDataException">A demonstration was interrupted in this store.</exception>
    public static void RefuseUnfinished(string data)
    {
        if (File.Exists(Mark(data)))
            throw new InvalidDataException($"the demonstration in {Path.GetFullPath(data)} was interrupted. Delete that folder and start again.");
    }

    public static async Task<bool> IsEmpty(IServiceProvider services)
    {
        var grains = services.GetRequiredService<IGrainFactory>();
        return (await grains.Board().GetSeries()).IsEmpty && (await grains.Accounts(Shelf.Board).ListUsers()).IsEmpty;
    }

    private static string Mark(string data) => Path.Combine(Path.GetFullPath(data), UnfinishedMark);
}
