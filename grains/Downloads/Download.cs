using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Downloads;

/// <summary>One download of one or more documents of one version.</summary>
/// <param name="By">A user name, or the id of an access key.</param>
/// <param name="Version">Of the centre's results in the series.</param>
/// <param name="Documents">Ids; a ZIP's are all that it holds.</param>
public readonly record struct Download(DateTimeOffset At, string By, SeriesCode Series, CentreNumber Centre, int Version, IReadOnlyList<string> Documents);
