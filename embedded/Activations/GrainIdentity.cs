using ResultsGrid.Embedded.Calls;

namespace ResultsGrid.Embedded.Activations;

/// <summary>One grain: its class and its key.</summary>
internal readonly record struct GrainIdentity(GrainClass Class, string Key)
{
    public override string ToString() => $"{Class.Name} {Key}";
}
