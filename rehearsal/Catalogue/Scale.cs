namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>A gradeset whose grades results files carry by codes: a line of gradesets.csv.</summary>
/// <param name="Grades">Highest first, separated by spaces, or by semicolons where they are words.</param>
/// <param name="ExchangeGrades">In the same order, separated in the same way; blank where each is carried as it is printed.</param>
internal sealed record Scale(string Name, string Grades, string ExchangeGrades)
{
    /// <summary>The grades of a list as files write it.</summary>
    public static string[] Listed(string grades) => grades.Contains(';', StringComparison.Ordinal) ? grades.Split("; ") : grades.Split(' ');
}
