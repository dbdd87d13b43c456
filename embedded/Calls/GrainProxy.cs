using System.Reflection;
using ResultsGrid.Embedded.Activations;

namespace ResultsGrid.Embedded.Calls;

/// <summary>What a caller holds of a grain: every method becomes a call to its activation.</summary>
/// <remarks>Public only because a generated proxy derives from it.</remarks>
public class GrainProxy : DispatchProxy
{
    private ActivationTable? table;
    private GrainIdentity id;

    internal void Bind(ActivationTable activations, GrainIdentity grain)
    {
        table = activations;
        id = grain;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        => table!.Call(id, id.Class.Method(targetMethod!), args ?? []);

    public override string ToString() => id.ToString();
}
