namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>One CSV file of a package: its columns, and in <see cref="Read"/> what a row must satisfy.</summary>
internal abstract class TableFile(string name, int maxRows, params string[] columns)
{
    public string Name => name;

    public int MaxRows => maxRows;

    public IReadOnlyList<string> Columns => columns;

    /// <summary>Columns that the file may have beside these; where one is missing its fields are blank.</summary>
    public virtual IReadOnlyList<string> OptionalColumns => [];

    /// <summary>A package without it is refused.</summary>
    public virtual bool IsNeeded => true;

    /// <summary>Every line could be read as a row. Where not, what other files refer to may have stood in the rest, and is no fault of theirs.</summary>
    public bool IsWhole { get; set; }

    public abstract void Read(Row row);
}
