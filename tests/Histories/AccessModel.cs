namespace ResultsGrid.Tests.Histories;

/// <summary>One user of a centre and what they hold: sessions that end when they sign out, are disabled or get a new password. A key is the same with nobody to disable.</summary>
internal static class AccessModel
{
    private const int WrongPasswordsThatLock = 3;

    /// <param name="Wrong">Sign-ins in a row that were refused: a disabled user's count too, or the answer would tell of the password.</param>
    /// <param name="Open">The secrets that are let in, by name, in order, with a blank after each.</param>
    public readonly record struct State(bool Disabled, int Wrong, string Open)
    {
        public bool LetsIn(string secret) => !Disabled && Open.Contains($"{secret} ", StringComparison.Ordinal);

        public State With(string secret) => this with { Open = string.Concat(Open.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(secret).Order(StringComparer.Ordinal).Select(one => $"{one} ")) };

        public State Without(string secret) => this with { Open = Open.Replace($"{secret} ", "", StringComparison.Ordinal) };
    }

    public static SequentialModel<State> From(params string[] secrets) => new(secrets.Aggregate(default(State) with { Open = "" }, (state, secret) => state.With(secret)), Step, IsReading);

    /// <summary>Also a sign-out with a session that opened nothing: who is let in is read.</summary>
    private static bool IsReading(Operation operation) => operation is { Action: "use" } or { Action: "sign out", Answer: "401" };

    private static IEnumerable<State> Step(State state, Operation operation) => operation switch
    {
        { Action: "use" } when operation.Answer == (state.LetsIn(operation.Argument) ? "200" : "401") => [state],
        // Refused because it was overtaken while its session was opened, it has forgotten those before it.
        { Action: "sign in", Answer: "401" } when state.Disabled => state.Wrong + 1 < WrongPasswordsThatLock ? [state with { Wrong = state.Wrong + 1 }, state with { Wrong = 0 }] : [state with { Wrong = 0 }],
        { Action: "sign in", Answer: "403" } when state.Wrong >= WrongPasswordsThatLock => [state],
        { Action: "sign in", Answer: "403" } when state.Disabled && state.Wrong + 1 == WrongPasswordsThatLock => [state with { Wrong = WrongPasswordsThatLock }],
        { Action: "sign in", Answer: "201" } when !state.Disabled && state.Wrong < WrongPasswordsThatLock => [state.With(operation.Argument) with { Wrong = 0 }],
        { Action: "sign out" } when operation.Answer == (state.LetsIn(operation.Argument) ? "204" : "401") => [state.Without(operation.Argument)],
        { Action: "revoke" } when operation.IsPending || operation.Answer == (state.LetsIn(operation.Argument) ? "204" : "404") => [state.Without(operation.Argument)],
        { Action: "disable" } => [state with { Disabled = true, Open = "" }],
        { Action: "enable" } => [state with { Disabled = false }],
        _ => [],
    };
}
