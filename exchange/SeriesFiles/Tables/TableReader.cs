using System.Collections.Frozen;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using ResultsGrid.Exchange.SeriesFiles.Packages;

namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>Reads one table line by line and hands its rows to the file's own rules.</summary>
internal sealed class TableReader(TableFile table, FileFaults faults, CancellationToken cancellation)
{
    private const int RowsBetweenCancellationChecks = 4_096;

    private int lastLine;
    private bool skippedLine;

    /// <summary>Reads the table out of the package, where it is.</summary>
    public void Read(Package package)
    {
        try
        {
            using var file = package.Open(table.Name);
            if (file is not null) table.IsWhole = Read(file);
            else if (table.IsNeeded) faults.Add("is missing from the package");
            else table.IsWhole = true;
        }
        catch (UnreadableFileException unreadable)
        {
            faults.Add(unreadable.Message);
        }
        catch (CsvFormatException)
        {
            // Malformed lines are skipped and reported, so what is left to throw is a line past the bound.
            faults.Add(lastLine + 1, null, null, $"is longer than {PackageLimits.MaxLineBytes} bytes; the rest of the file was not read");
        }
    }

    /// <returns>True when every line could be read as a row.</returns>
    private bool Read(Stream file)
    {
        using var csv = CsvReader.Create(file, Options(), leaveOpen: true);
        if (ReadColumns(csv) is not { } columns) return false;

        var row = new Row(csv, columns, faults);
        for (var rows = 1; Next(csv); rows++)
        {
            if (rows % RowsBetweenCancellationChecks == 0) cancellation.ThrowIfCancellationRequested();
            if (rows > table.MaxRows)
            {
                faults.Add(lastLine, null, null, $"is row {rows}; a package has at most {table.MaxRows} in this file, and the rest was not read");
                return false;
            }

            row.MoveTo(lastLine);
            if (IsSound(csv, columns.Count)) table.Read(row);
            else skippedLine = true;
        }

        return !skippedLine;
    }

    private CsvReaderOptions Options() => CsvReaderOptions.Default with
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        PoolStrings = true,
        MaxRecordSize = PackageLimits.MaxLineBytes,
        // No field has a line break, so a quote that is never closed spoils its own line and not the rest of the file.
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = Report,
    };

    private void Report(CsvMalformedRecord malformed)
    {
        skippedLine = true;
        faults.Add((int)malformed.LineNumber, null, malformed.RawRecord, Reason(malformed.Reason));
    }

    private bool Next(CsvReader csv)
    {
        if (!csv.Read()) return false;
        lastLine = (int)csv.LineNumber;
        return true;
    }

    /// <returns>Where each column stands; null when the header is not what it must be.</returns>
    private FrozenDictionary<string, int>? ReadColumns(CsvReader csv)
    {
        if (!Next(csv))
        {
            if (faults.Count == 0) faults.Add($"is empty; its first line must name the columns {string.Join(',', table.Columns)}");
            return null;
        }

        if (faults.Count > 0 || !IsText(csv)) return null;

        IReadOnlyList<string> known = [.. table.Columns, .. table.OptionalColumns];
        var names = Enumerable.Range(0, Math.Min(csv.FieldCount, known.Count + 1)).Select(csv.GetString).ToList();
        if (csv.FieldCount > names.Count) faults.Add(lastLine, null, null, $"has {csv.FieldCount} columns instead of {table.Columns.Count}");
        foreach (var name in names.Distinct().Where(name => !known.Contains(name)))
            faults.Add(lastLine, name, null, "is no column of this file");
        foreach (var name in names.Distinct().Where(name => names.Count(other => other == name) > 1))
            faults.Add(lastLine, name, null, "is named twice");
        foreach (var column in table.Columns.Where(column => !names.Contains(column)))
            faults.Add(lastLine, column, null, "is missing: the file must have this column");
        return faults.Count > 0 ? null : names.Index().ToFrozenDictionary(column => column.Item, column => column.Index);
    }

    private bool IsSound(CsvReader csv, int columns)
    {
        if (!IsText(csv)) return false;
        if (csv.FieldCount == columns) return true;
        faults.Add(lastLine, null, Encoding.UTF8.GetString(csv.RawRecord), $"has {csv.FieldCount} fields; the header has {columns}");
        return false;
    }

    private bool IsText(CsvReader csv)
    {
        var line = csv.RawRecord;
        var reason = line.Length > PackageLimits.MaxLineBytes ? $"is longer than {PackageLimits.MaxLineBytes} bytes"
            : line.Contains((byte)0) ? "has a NUL byte: the file must be UTF-8 text"
            : Utf8.IsValid(line) ? null
            : "is not valid UTF-8";
        if (reason is not null) faults.Add(lastLine, null, Encoding.UTF8.GetString(line), reason);
        return reason is null;
    }

    private static string Reason(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.TextAfterClosingQuote => "has text after a closing quote",
        CsvMalformedReason.StrayQuote => "has a quote inside a field that is not quoted",
        _ => "has a quoted field that is not closed on its line",
    };
}
