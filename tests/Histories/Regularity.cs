namespace ResultsGrid.Tests.Histories;

/// <summary>
/// Decides whether the changes happened one at a time, and whether each reading, by itself, could have stood among them: it shows every
/// change that was answered before it was sent (weak regularity: Shao, Pierce and Welch, 2003).
/// </summary>
/// <remarks>
/// Less than <see cref="Linearizability"/>, which it uses: while a change is on its way to all nodes, one may show it already and another
/// not yet. What a change did, and what it was answered, is judged as strictly.
/// </remarks>
public static class Regularity
{
    /// <summary>Null where it is so; else the story of the changes, or of the changes with one reading.</summary>
    public static string? Refute<TState>(IReadOnlyList<Operation> history, SequentialModel<TState> model)
        where TState : notnull
    {
        ArgumentNullException.ThrowIfNull(model);
        var changes = history.Where(operation => !model.IsReading(operation)).ToList();
        return Linearizability.Refute(changes, model)
            ?? history.Where(operation => model.IsReading(operation) && !operation.IsPending).Select(reading => Linearizability.Refute([.. changes, reading], model)).FirstOrDefault(story => story is not null);
    }
}
