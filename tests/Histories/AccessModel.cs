namespace ResultsGrid.Tests.Histories;

/// <summary>One user of a centre and what they hold: sessions that end when they sign out, are disabled or get a new password. A key is the same with nobody to disable.</summary>
internal static class AccessModel
{
    /// <param name="Open">The secrets that are let in, by name, in order, with a blank after each.</param>
    public readonly record struct State(bool Disabled, string Open)
    {
        public bool LetsIn(string secret) => !Disabled && Open.Contains($"{secret} ", StringComparison.Ordinal);

        public State With(string secret) => this with { Open = string.Concat(Open.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(secret).Order(StringComparer.Ordinal).Select(one => $"{one} ")) };

        public State Without(string secret) => this with { Open = Open.Replace($"{secret} ", "", StringComparison.Ordinal) };
    }

    public static SequentialModel<State> From(params string[] secrets) => new(secrets.Aggregate(default(State) with { Open = "" }, (state, secret) => state.With(secret)), Step);

    private static IEnumerable<State> Step(State state, Operation operation) => operation switch
    {
        { Action: "use" } when operation.Answer == (state.LetsIn(operation.Argument) ? "200" : "401") => [state],
        { Action: "sign in", Answer: "401" } when state.Disabled => [state],
        { Action: "sign in", Answer: not "401" } when !state.Disabled => [state.With(operation.Argument)],
        { Action: "sign out" } when operation.Answer == (state.LetsIn(operation.Argument) ? "204" : "401") => [state.Without(operation.Argument)],
        { Action: "revoke" } when operation.IsPending || operation.Answer == (state.LetsIn(operation.Argument) ? "204" : "404") => [state.Without(operation.Argument)],
        { Action: "disable" } => [new State(Disabled: true, "")],
        { Action: "enable" } => [state with { Disabled = false }],
        _ => [],
    };
}
