using FsCheck;
using FsCheck.Fluent;

namespace ResultsGrid.Tests.Histories;

/// <summary>The checker itself, on histories of a register whose verdict is known.</summary>
public sealed class LinearizabilityTests
{
    private static readonly SequentialModel<string> Register = new("0", (value, operation) => operation switch
    {
        { Action: "write" } => [operation.Argument],
        { Action: "read", IsPending: true } => [value],
        { Action: "read" } when operation.Answer == value => [value],
        _ => [],
    }, operation => operation.Action == "read");

    public static TheoryData<string, bool> Known => new()
    {
        { "", true },
        { "read 0 1-2", true },
        { "write 1 1-2, read 1 3-4", true },
        { "write 1 1-4, read 0 2-3", true },
        { "write 1 1-4, read 1 2-3", true },
        { "write 1 1-8, read 0 2-3, read 1 4-5, read 1 6-7", true },
        { "write 1 1-6, write 2 2-5, read 1 7-8", true },
        { "write 1 1-6, write 2 2-5, read 2 7-8", true },
        { "write 1 1-?, read 0 2-3", true },
        { "write 1 1-?, read 0 2-3, read 1 4-5", true },
        { "write 1 1-2, read 2 3-4, write 2 5-?", false },
        { "read 1 1-2", false },
        { "write 1 1-2, read 0 3-4", false },
        { "write 1 1-8, read 1 2-3, read 0 4-5", false },
        { "write 1 1-?, read 1 2-3, read 0 4-5", false },
        { "write 1 1-6, write 2 2-5, read 1 7-8, read 2 9-10", false },
        { "write 1 1-2, write 2 3-4, read 1 5-6", false },
        { "write 1 1-9, read 1 2-3, write 2 4-5, read 1 6-7", false },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_history_of_known_verdict_gets_it(string history, bool isLinearizable)
        => Assert.Equal(isLinearizable, Linearizability.Refute(Parse(history), Register) is null);

    [Theory]
    [InlineData("write 1 1-9, read 1 2-3, read 0 4-5", true)]
    [InlineData("write 1 1-9, read 1 2-3, read 0 10-11", false)]
    [InlineData("write 1 1-2, read 0 3-4", false)]
    [InlineData("read 1 1-2, write 1 3-4", false)]
    [InlineData("write 1 1-4, write 2 2-3, read 1 5-6, read 2 7-8", true)]
    [InlineData("write 1 1-2, write 2 3-4, read 1 5-6", false)]
    [InlineData("write 1 1-?, read 1 2-3, read 0 4-5", true)]
    [InlineData("write 1 1-2, read 2 3-4", false)]
    public void Where_gateways_hear_of_a_change_one_after_the_other_each_reading_is_judged_by_itself(string history, bool isRegular)
        => Assert.Equal(isRegular, Regularity.Refute(Parse(history), Register) is null);

    [Fact]
    public void What_happened_one_at_a_time_is_linearizable_however_far_its_answers_are_put_apart()
        => Prop.ForAll(Sequential.ToArbitrary(), history => Assert.Null(Linearizability.Refute(history, Register))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_verdict_is_that_of_trying_every_order()
        => Prop.ForAll(Random.ToArbitrary(), history => Assert.Equal(Orders(history).Any(IsAllowed), Linearizability.Refute(history, Register) is null))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_refutation_shows_the_operation_that_nothing_explains()
        => Assert.Contains("read  -> 0", Linearizability.Refute(Parse("write 1 1-2, read 0 3-4"), Register), StringComparison.Ordinal);

    /// <summary>Operations with a moment each at which they really happen, begun before it and answered after it.</summary>
    private static Gen<Operation[]> Sequential =>
        from steps in Gen.ArrayOf(from isWrite in Gen.Elements(true, false) from value in Gen.Choose(1, 3) from before in Gen.Choose(0, 5) from after in Gen.Choose(0, 5) select (isWrite, value, before, after), 14)
        select History(steps);

    private static Gen<Operation[]> Random =>
        from steps in Gen.ArrayOf(from isWrite in Gen.Elements(true, false) from value in Gen.Choose(0, 2) from sent in Gen.Choose(0, 9) from took in Gen.Choose(0, 6) from pending in Gen.Choose(0, 7) select (isWrite, value, sent, took, pending), 5)
        select steps.Select((step, index) => new Operation(index, step.isWrite ? "write" : "read", step.isWrite ? $"{step.value}" : "", (step.sent * 16) + index,
            step.pending == 0 ? long.MaxValue : ((step.sent + step.took) * 16) + 8 + index, step.pending == 0 ? null : step.isWrite ? "done" : $"{step.value}")).ToArray();

    private static Operation[] History((bool IsWrite, int Value, int Before, int After)[] steps)
    {
        var value = "0";
        return [.. steps.Select((step, index) =>
        {
            if (step.IsWrite) value = $"{step.Value}";
            var at = (index + 6) * 100L;
            return new Operation(index, step.IsWrite ? "write" : "read", step.IsWrite ? value : "", at - (step.Before * 100) - index - 1, at + (step.After * 100) + index + 1, step.IsWrite ? "done" : value);
        })];
    }

    /// <summary>Every order of every choice of the pending ones, as no checker would do it.</summary>
    private static IEnumerable<IReadOnlyList<Operation>> Orders(Operation[] history)
    {
        var pending = history.Where(operation => operation.IsPending).ToList();
        for (var chosen = 0; chosen < 1 << pending.Count; chosen++)
        {
            var taken = history.Where(operation => !operation.IsPending || (chosen >> pending.IndexOf(operation) & 1) == 1).ToList();
            foreach (var order in Permutations(taken)) yield return order;
        }
    }

    private static IEnumerable<List<Operation>> Permutations(List<Operation> operations) => operations.Count == 0
        ? [[]]
        : operations.SelectMany(first => Permutations([.. operations.Where(other => other != first)]), (first, rest) => (List<Operation>)[first, .. rest]);

    private static bool IsAllowed(IReadOnlyList<Operation> order)
    {
        for (var one = 0; one < order.Count; one++)
        {
            if (order.Skip(one + 1).Any(later => later.Returned < order[one].Invoked)) return false;
        }

        var value = "0";
        foreach (var operation in order)
        {
            if (operation.Action == "write") value = operation.Argument;
            else if (!operation.IsPending && operation.Answer != value) return false;
        }

        return true;
    }

    private static Operation[] Parse(string history) => [.. history.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((text, client) =>
    {
        var (action, value, sent, answered) = text.Split(' ', '-') is [var a, var v, var s, var r] ? (a, v, s, r) : throw new FormatException(text);
        var pending = answered == "?";
        return new Operation(client, action, action == "write" ? value : "", long.Parse(sent), pending ? long.MaxValue : long.Parse(answered), pending ? null : action == "write" ? "done" : value);
    })];
}
