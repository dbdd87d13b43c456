namespace ResultsGrid.Tests.Histories;

/// <summary>One document of one centre: which version shows which content, and whether it is withdrawn.</summary>
internal static class DocumentModel
{
    /// <param name="Content">The name of the content, by its bytes.</param>
    public readonly record struct State(int Version, string Content, bool Withdrawn);

    public static SequentialModel<State> From(State initial) => new(initial, Step, operation => operation.Action is "read" or "zip" or "list" or "candidate");

    private static IEnumerable<State> Step(State state, Operation operation)
    {
        switch (operation.Action)
        {
            case "publish":
                // The same results give the same version, and take nothing back that was withdrawn.
                return [state.Content == operation.Argument ? state : new State(state.Version + 1, operation.Argument, Withdrawn: false)];
            case "withdraw" when operation.IsPending || operation.Answer == (state.Withdrawn ? "409" : "204"):
                return [state with { Withdrawn = true }];
            case "read" when operation.IsPending || operation.Answer == (state.Withdrawn ? "410" : state.Content):
            case "zip" when operation.Answer == (state.Withdrawn ? "absent" : state.Content):
            case "list" when operation.Answer == $"{state.Version} {state.Content}{(state.Withdrawn ? " withdrawn" : "")}":
            case "candidate" when operation.Answer == $"{state.Version} {state.Content}":
                return [state];
            default:
                return [];
        }
    }
}
