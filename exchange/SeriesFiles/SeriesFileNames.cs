namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>The names that a package's files may have, in the order in which their faults are listed.</summary>
internal static class SeriesFileNames
{
    /// <summary>Stands in a fault for the ZIP or folder itself.</summary>
    public const string Package = "(package)";

    public const string Schedule = "series.json";
    public const string Gradesets = "gradesets.csv";
    public const string Qualifications = "qualifications.csv";
    public const string Options = "options.csv";
    public const string Contributions = "contributions.csv";
    public const string QualificationBoundaries = "qualification-boundaries.csv";
    public const string Assessments = "assessments.csv";
    public const string AssessmentBoundaries = "assessment-boundaries.csv";
    public const string Centres = "centres.csv";
    public const string Candidates = "candidates.csv";
    public const string UnitEntries = "unit-entries.csv";
    public const string CertificationEntries = "certification-entries.csv";
    public const string Marks = "marks.csv";
    public const string EarlierResults = "earlier-results.csv";
    public const string SpecialConsideration = "special-consideration.csv";

    private static readonly string[] InOrder =
    [
        Package, Schedule, Gradesets, Qualifications, Options, Contributions, QualificationBoundaries, Assessments, AssessmentBoundaries,
        Centres, Candidates, UnitEntries, CertificationEntries, Marks, EarlierResults, SpecialConsideration,
    ];

    public static bool IsKnown(string name) => name != Package && InOrder.Contains(name);

    /// <summary>The file's place in the list of faults; unknown files come last.</summary>
    public static int RankOf(string name)
    {
        var place = Array.IndexOf(InOrder, name);
        return place < 0 ? InOrder.Length : place;
    }
}
