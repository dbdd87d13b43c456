using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>The faults of one file.</summary>
internal sealed class FileFaults(FaultList package, string file)
{
    public int Count { get; private set; }

    /// <summary>The whole file is meant: it is missing, unknown, or not to be read.</summary>
    public void Add(string reason) => Add(line: null, field: null, value: null, reason);

    /// <summary>Whatever can't be seen is named by code point: in its place, and of a field or its value in the reason too.</summary>
    public void Add(int? line, string? field, string? value, string reason)
    {
        Count++;
        package.Add(new Fault(
            ShownText.Of(file),
            line,
            field is null ? null : ShownText.Of(field),
            value is null ? null : ShownText.Of(value),
            field is null ? reason : reason + Unseen(field) + Unseen(value)));
    }

    // A whole line as the value is a matter of its own: in a file of another encoding every second character can't be seen.
    private static string Unseen(string? text) => text is not null && ShownText.Unseen(text) is { } unseen ? $" ({unseen})" : "";
}
