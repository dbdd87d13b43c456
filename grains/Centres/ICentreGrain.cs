using Orleans.Concurrency;
using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Grains.Centres;

/// <summary>A school or college.</summary>
/// <remarks>Key: the centre number, for example 12345.</remarks>
[Alias("ICentreGrain")]
public interface ICentreGrain : IGrainWithStringKey
{
    /// <summary>Notes the centre's name and that it has candidates in a series.</summary>
    [Alias("Enter")]
    Task Enter(SeriesCode series, string name);

    /// <summary>The profile, or null for a centre that no series has entered.</summary>
    [ReadOnly, Alias("GetProfile")]
    Task<CentreProfile?> GetProfile();
}
