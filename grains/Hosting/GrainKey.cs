namespace ResultsGrid.Grains.Hosting;

/// <summary>The key of the activation that it is injected into, for example 6B26/12345 for a Results grain.</summary>
public sealed record GrainKey(string Text)
{
    /// <summary>The key's parts between slashes.</summary>
    public string[] Parts => Text.Split('/');
}
