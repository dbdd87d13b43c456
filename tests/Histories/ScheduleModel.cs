namespace ResultsGrid.Tests.Histories;

/// <summary>A series' schedules: later takes one operator at once, earlier takes a second.</summary>
internal static class ScheduleModel
{
    /// <param name="InForce">Which of the schedules, counted from the earliest.</param>
    /// <param name="Proposals">How many there were: the number of the last.</param>
    /// <param name="Proposed">Null while none waits.</param>
    public readonly record struct State(int InForce, int Proposals, int? Proposed, string? By)
    {
        public override string ToString() => $"{InForce}, {(Proposed is { } waiting ? $"{Proposals}: {waiting} by {By}" : "none waits")}";
    }

    public static SequentialModel<State> From(State initial) => new(initial, Step, operation => operation.Action is "show" or "read");

    private static IEnumerable<State> Step(State state, Operation operation)
    {
        var words = operation.Argument.Split(' ');
        switch (operation.Action)
        {
            case "propose":
                var proposed = int.Parse(words[0]);
                return [proposed >= state.InForce ? state with { InForce = proposed, Proposed = null, By = null } : new State(state.InForce, state.Proposals + 1, proposed, words[1])];
            case "approve" when state.Proposed is null || state.Proposals != int.Parse(words[0]):
                return operation.Answer == "conflict" ? [state] : [];
            case "approve" when state.By == words[1]:
                return operation.Answer == "second-operator-needed" ? [state] : [];
            case "approve":
                return operation.Answer == "200" ? [new State(state.Proposed!.Value, state.Proposals, null, null)] : [];
            case "show":
                return operation.Answer == $"{state}" ? [state] : [];
            case "read":
                return operation.Answer == (state.InForce == 0 ? "200" : "403") ? [state] : [];
            default:
                return [];
        }
    }
}
