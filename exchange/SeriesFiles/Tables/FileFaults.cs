using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>The faults of one file.</summary>
internal sealed class FileFaults(FaultList package, string file)
{
    public int Count { get; private set; }

    /// <summary>The whole file is meant: it is missing, unknown, or not to be read.</summary>
    public void Add(string reason) => Add(line: null, field: null, value: null, reason);

    /// <summary>Whatever of file, field and value can't be seen is named by code point, in its place and in the reason.</summary>
    public void Add(int? line, string? field, string? value, string reason)
    {
        Count++;
        package.Add(new Fault(
            ShownText.Of(file), line, field is null ? null : ShownText.Of(field), value is null ? null : ShownText.Of(value), reason + Unseen(file) + Unseen(field) + Unseen(value)));
    }

    private static string Unseen(string? text) => text is not null && ShownText.Unseen(text) is { } unseen ? $" ({unseen})" : "";
}
