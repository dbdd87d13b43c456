using ResultsGrid.Storage;
using ResultsGrid.Storage.Local;

namespace ResultsGrid.Gateway.Nodes;

/// <summary>How this process serves.</summary>
/// <param name="Data">The folder that a demonstration tells its secrets in; on local storage everything else is there too.</param>
/// <param name="Urls">Where to listen; several are separated by semicolons.</param>
/// <param name="DemonstrationReleaseIn">How far ahead the demonstration's embargoed series opens; null: no demonstration.</param>
/// <param name="WorkThreads">Threads for loads, awards and publications, 0 for none; null: all cores but one.</param>
public sealed record NodeSettings(INodeStorage Storage, string Data, string Urls, TimeSpan? DemonstrationReleaseIn = null, int? WorkThreads = null)
{
    /// <summary>A node on local storage.</summary>
    public static NodeSettings InFolder(string path, string urls, TimeSpan? demonstrationReleaseIn = null, int? workThreads = null)
        => new(new LocalStorage(path), path, urls, demonstrationReleaseIn, workThreads);
}
