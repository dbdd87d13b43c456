namespace ResultsGrid.Grains.Hosting;

/// <summary>Where the grains' states lie.</summary>
public static class StoredStates
{
    /// <summary>The name of the grain storage that holds them all.</summary>
    public const string ProviderName = "ResultsGrid";

    /// <summary>The largest state, in bytes of JSON: one past this belongs into documents.</summary>
    public const int MaxStateBytes = 16 * 1024 * 1024;
}
