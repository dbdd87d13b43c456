namespace ResultsGrid.Tests.Histories;

/// <summary>What a thing would do if everybody took turns.</summary>
/// <typeparam name="TState">Compared by value.</typeparam>
/// <param name="Step">The states that an operation may leave behind, given its answer; none where it could not have been answered so. A pending operation's answer is unknown.</param>
/// <param name="IsReading">Whether an operation, given its answer, was answered from what a gateway shows and changed nothing.</param>
public sealed record SequentialModel<TState>(TState Initial, Func<TState, Operation, IEnumerable<TState>> Step, Func<Operation, bool> IsReading)
    where TState : notnull;
