namespace ResultsGrid.Storage.Local.State;

/// <summary>One row of the store.</summary>
/// <param name="Kind">Grain and state name, for example Results/ResultsState.</param>
/// <param name="Key">The grain's key.</param>
public readonly record struct StateKey(string Kind, string Key)
{
    public override string ToString() => $"{Kind} of {Key}";
}
