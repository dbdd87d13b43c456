using System.Text.RegularExpressions;

namespace ResultsGrid.Awarding.Codes;

/// <summary>Grades made of single ones: A*A and 9-8 of two, DMM of three. Whether a gradeset's grades are meant so is the gradeset's to say: NC and PASS can be read so too.</summary>
internal static partial class CompoundGrade
{
    /// <summary>The single grades, or the grade itself where it is not made of any.</summary>
    public static IReadOnlyList<Grade> PartsOf(Grade grade)
    {
        var match = Letters().Match(grade.ToString());
        if (!match.Success) match = Numbers().Match(grade.ToString());
        return match.Success ? [.. match.Groups["part"].Captures.Select(part => Grade.Parse(part.Value))] : [grade];
    }

    [GeneratedRegex(@"\A(?<part>[A-Z]\*?){2,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\A(?<part>[1-9])(?:-(?<part>[1-9]))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
