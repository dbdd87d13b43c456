using System.Collections.Frozen;
using CsvHelper;

namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>The current line of a table. Its fields are read by column name.</summary>
internal sealed class Row(CsvReader csv, FrozenDictionary<string, int> columns, FileFaults faults)
{
    private int faultsBefore;

    /// <summary>1 is the header's line.</summary>
    public int Line { get; private set; }

    /// <summary>A field of this line broke a rule. Rules between fields are held only to lines whose fields are right.</summary>
    public bool IsFaulty => faults.Count > faultsBefore;

    /// <summary>Blank for an optional column that the file has not.</summary>
    public Cell this[string column]
    {
        get
        {
            if (!columns.TryGetValue(column, out var index)) return new Cell(faults, Line, column, "");
            var bytes = csv.GetSpan(index).Length;
            if (bytes <= PackageLimits.MaxFieldBytes) return new Cell(faults, Line, column, csv.GetString(index));
            faults.Add(Line, column, csv.GetString(index), $"has {bytes} bytes; {PackageLimits.MaxFieldBytes} are the most");
            return new Cell(faults, Line, column, "");
        }
    }

    public void MoveTo(int line)
    {
        Line = line;
        faultsBefore = faults.Count;
    }
}
