using ResultsGrid.Embedded.State;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded.Activations;

/// <summary>What one activation's dependency scope is about; its injected key, states and activation come from here.</summary>
internal sealed class ActivationScope
{
    private readonly List<IActivationState> states = [];
    private Activation? activation;

    /// <summary>Set once, before anything else of the scope is made.</summary>
    public Activation Activation
    {
        get => activation ?? throw new InvalidOperationException("A grain key, state or activation exists only inside a grain.");
        set => activation = value;
    }

    public GrainKey Key => new(Activation.Id.Key);

    public IReadOnlyList<IActivationState> States => states;

    public void Add(IActivationState state) => states.Add(state);
}
