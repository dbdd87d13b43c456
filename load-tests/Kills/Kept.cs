using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills;

/// <summary>What the service must hold of one thing, as lines of text; while an answer is missing, one of two sets of lines and nothing between.</summary>
/// <param name="what">Names the thing in a failure.</param>
public sealed class Kept(string what, KillReport report)
{
    private (string Operation, ImmutableSortedSet<string> Lines)? unanswered;

    public ImmutableSortedSet<string> Lines { get; private set; } = [];

    /// <summary>Sends a request that changes the lines to <paramref name="next"/> once it is answered with one of the statuses.</summary>
    public async Task<Answer> Write(string operation, ImmutableSortedSet<string> next, Func<Task<Answer>> send, params int[] statuses)
    {
        Begin(operation, next);
        var answer = (await send()).Expect(statuses);
        (Lines, unanswered) = (next, null);
        report.Acknowledge(operation);
        return answer;
    }

    /// <summary>From here on the lines may be these instead.</summary>
    public void Begin(string operation, ImmutableSortedSet<string> next) => unanswered = (operation, next);

    /// <summary>What began is done: now the lines must be the new ones.</summary>
    public void End()
    {
        if (unanswered is var (_, next)) Lines = next;
        unanswered = null;
    }

    /// <param name="isUnderWay">What began goes on by itself, so that the old lines decide nothing yet.</param>
    /// <exception cref="LostException">The lines found are none that they may be.</exception>
    public void Compare(IEnumerable<string> found, bool isUnderWay = false)
    {
        report.Check();
        var lines = found.ToImmutableSortedSet(StringComparer.Ordinal);
        if (unanswered is var (operation, next))
        {
            if (lines.SetEquals(next))
            {
                if (!next.SetEquals(Lines) && !isUnderWay) report.FindDone(operation);
                End();
                return;
            }

            if (lines.SetEquals(Lines))
            {
                if (isUnderWay) return;
                report.FindNotDone(operation);
                unanswered = null;
                return;
            }

            throw new LostException($"{what}, while the answer to '{operation}' was missing", $"{Without(Lines, lines)}, or after it {Without(next, lines)}", Without(lines, Lines));
        }

        if (!lines.SetEquals(Lines)) throw new LostException(what, Without(Lines, lines), Without(lines, Lines));
    }

    /// <summary>Only the lines in which they differ.</summary>
    private static string Without(ImmutableSortedSet<string> lines, ImmutableSortedSet<string> others)
        => lines.Except(others) is { IsEmpty: false } own ? $"[{string.Join("; ", own)}]" : "[nothing beyond the other]";
}
