using System.Globalization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>The codes, identifiers and words of the field, each read by its own type's rule.</summary>
internal static partial class DomainCells
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static AssessmentCode AssessmentCode(this Cell cell) => cell.Parsed<AssessmentCode>(Awarding.Codes.AssessmentCode.Expected);

    public static QualificationCode QualificationCode(this Cell cell)
        => cell.Parsed<QualificationCode>(Awarding.Codes.QualificationCode.Expected);

    public static SeriesCode SeriesCode(this Cell cell) => cell.Parsed<SeriesCode>(Awarding.Codes.SeriesCode.Expected);

    public static CentreNumber CentreNumber(this Cell cell) => cell.Parsed<CentreNumber>(Identifiers.CentreNumber.Expected);

    public static CandidateNumber CandidateNumber(this Cell cell) => cell.Parsed<CandidateNumber>(Identifiers.CandidateNumber.Expected);

    public static Uci Uci(this Cell cell) => cell.Parsed<Uci>(Identifiers.Uci.Expected);

    public static Uci? UciOrBlank(this Cell cell) => cell.ParsedOrBlank<Uci>(Identifiers.Uci.Expected);

    public static Uln? UlnOrBlank(this Cell cell) => cell.ParsedOrBlank<Uln>(Identifiers.Uln.Expected);

    public static Grade Grade(this Cell cell) => cell.Parsed<Grade>(Awarding.Codes.Grade.Expected);

    public static Grade? GradeOrBlank(this Cell cell) => cell.ParsedOrBlank<Grade>(Awarding.Codes.Grade.Expected);

    /// <summary>Grades highest first; U, below the lowest, is never listed, nor are the codes that stand in place of a grade.</summary>
    public static IReadOnlyList<Grade> Grades(this Cell cell)
    {
        var grades = cell.List<Grade>(Awarding.Codes.Grade.Expected);
        if (grades.Contains(Gradeset.Unclassified)) cell.Refuse("lists U, which is below the lowest grade and is not listed");
        foreach (var grade in grades.Where(grade => grade.ToString() is "X" or "Q")) cell.Refuse($"lists {grade}, which stands for a result without a grade");
        return grades;
    }

    /// <summary>Grades as a field lists them.</summary>
    public static string AsList(this IEnumerable<Grade> grades)
    {
        var texts = grades.Select(grade => grade.ToString()).ToList();
        return string.Join(texts.Exists(text => text.Contains(' ', StringComparison.Ordinal)) ? "; " : " ", texts);
    }

    /// <summary>How results files carry grades, in the grades' order.</summary>
    public static IReadOnlyList<ExchangeGrade> ExchangeGrades(this Cell cell) => cell.List<ExchangeGrade>(ExchangeGrade.Expected);

    public static Provenance Provenance(this Cell cell) => cell.Word(Words.Provenance);

    /// <summary>An option's code: blank where the qualification has one route.</summary>
    public static string OptionCode(this Cell cell)
    {
        if (!Option().IsMatch(cell.Raw)) cell.Refuse("is not an option: blank, or one or two capital letters and digits");
        return cell.Raw;
    }

    /// <summary>A wall time in Europe/London. An hour that the clocks skip doesn't exist; one that they repeat may be written.</summary>
    public static DateTime LondonTime(this Cell cell)
    {
        var isTime = DateTime.TryParseExact(cell.Raw, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (!isTime) cell.Refuse("is not a time that exists, written yyyy-mm-ddThh:mm");
        else if (London.IsInvalidTime(time)) cell.Refuse("does not exist in Europe/London: the clocks go forward over it");
        return time;
    }

    [GeneratedRegex(@"\A[A-Z0-9]{0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Option();
}
