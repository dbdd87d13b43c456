using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Centres;

/// <inheritdoc cref="ICentreGrain"/>
[GrainType("centre")]
public sealed class CentreGrain([PersistentState("CentreProfile")] IPersistentState<CentreProfile> storage) : Grain, ICentreGrain
{
    public async Task Enter(SeriesCode series, string name)
    {
        var profile = storage.State;
        if (profile.Name == name && profile.Series.Contains(series)) return;
        ImmutableArray<SeriesCode> entered = profile.Series.Contains(series) ? profile.Series : [.. profile.Series, series];
        await storage.Commit(profile with { Name = name, Series = entered });
    }

    public Task<CentreProfile?> GetProfile() => Task.FromResult(storage.RecordExists ? storage.State : null);
}
