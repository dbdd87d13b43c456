using System.Numerics;

namespace ResultsGrid.Tests.Histories;

/// <summary>
/// Decides whether operations of many clients could have happened one at a time, each between its sending and its answer
/// (Herlihy and Wing, 1990), by the search of Wing and Gong (1993), remembering what was tried as Lowe does (2017).
/// </summary>
public static class Linearizability
{
    private const int OperationsShown = 40;

    /// <summary>Null where such an order exists; else the story of the one that came furthest.</summary>
    public static string? Refute<TState>(IReadOnlyList<Operation> history, SequentialModel<TState> model)
        where TState : notnull
    {
        ArgumentNullException.ThrowIfNull(model);
        Operation[] operations = [.. history.OrderBy(operation => operation.Invoked)];
        var tried = new HashSet<(BigInteger, TState)>();
        var open = new Stack<(BigInteger Done, TState State)>([(BigInteger.Zero, model.Initial)]);
        var furthest = (Done: BigInteger.Zero, State: model.Initial, Count: -1);
        while (open.TryPop(out var place))
        {
            var (left, count) = Left(operations, place.Done);
            if (left.All(index => operations[index].IsPending)) return null;
            if (count > furthest.Count) furthest = (place.Done, place.State, count);

            // Next may come whatever was sent before the first answer of those that are left.
            var firstAnswer = left.Min(index => operations[index].Returned);
            foreach (var index in left.Where(index => operations[index].Invoked < firstAnswer).Reverse())
            {
                foreach (var next in model.Step(place.State, operations[index]))
                {
                    var after = (place.Done | (BigInteger.One << index), next);
                    if (tried.Add(after)) open.Push(after);
                }
            }
        }

        return Story(operations, furthest.Done, $"{furthest.State}", furthest.Count);
    }

    private static (List<int> Left, int Done) Left(Operation[] operations, BigInteger done)
    {
        var left = Enumerable.Range(0, operations.Length).Where(index => (done >> index).IsEven).ToList();
        return (left, operations.Length - left.Count);
    }

    private static string Story(Operation[] operations, BigInteger done, string state, int count)
    {
        var stuck = Enumerable.Range(0, operations.Length).First(index => (done >> index).IsEven && !operations[index].IsPending);
        var shown = Enumerable.Range(0, operations.Length).Skip(Math.Max(0, stuck - OperationsShown / 2)).Take(OperationsShown)
            .Select(index => $"{((done >> index).IsEven ? "  " : "ok")} {operations[index]}");
        return $"no order explains it: {count} of {operations.Length} operations (ok) lead to {state}, and none of the others can come next\n{string.Join('\n', shown)}";
    }
}
