namespace ResultsGrid.Tests.Oracle;

/// <summary>Decides an award by trying every combination of attempts that its rule allows, and keeping the best.</summary>
public static class Arbiter
{
    /// <returns>Null where no combination is allowed.</returns>
    public static IReadOnlyList<Attempt>? Best(Rule rule, IReadOnlyList<Attempt> attempts, IReadOnlyDictionary<string, Paper> papers)
        => Combinations(rule, attempts, papers, 0)
            .Where(chosen => chosen.Count == rule.UnitCount && IsTerminal(rule, chosen, papers))
            .OrderByDescending(Total)
            .ThenBy(chosen => chosen.Count(attempt => attempt.IsAbsent || attempt.IsPartial))
            .FirstOrDefault();

    public static Fraction Total(IEnumerable<Attempt> chosen) => chosen.Aggregate(Fraction.Zero, (sum, attempt) => sum + attempt.Score);

    /// <summary>Grade A, enough overall, and enough over the units that the rule names (domain 4.5).</summary>
    public static bool IsAStar(Rule rule, IReadOnlyList<Attempt> chosen, IReadOnlyDictionary<string, Paper> papers)
    {
        if (rule.AStar is not { } rules || Total(chosen).CompareTo(rules.Overall) < 0) return false;
        var scores = chosen
            .Where(attempt => rules.Units.Length == 0 ? papers[attempt.Assessment].Level == "a2" : rules.Units.Contains(attempt.Assessment))
            .Select(attempt => attempt.Score)
            .OrderDescending();
        return scores.Take(rules.BestOf ?? int.MaxValue).Aggregate(Fraction.Zero, (sum, score) => sum + score).CompareTo(rules.Ums) >= 0;
    }

    private static IEnumerable<List<Attempt>> Combinations(Rule rule, IReadOnlyList<Attempt> attempts, IReadOnlyDictionary<string, Paper> papers, int from)
    {
        if (from == rule.Parts.Count) return [[]];
        var (assessment, isMandatory) = rule.Parts[from];
        var own = attempts.Where(attempt => attempt.Assessment == assessment).ToList();
        // Cambridge Nationals: the examination's latest sitting counts, even if lower.
        if (rule.FinalExaminationCounts && papers[assessment].IsExamined && own.Count > 1) own = [own.MaxBy(attempt => attempt.When)!];
        var rest = Combinations(rule, attempts, papers, from + 1).ToList();
        var taken = own.SelectMany(attempt => rest.Select(further => new List<Attempt>([attempt, .. further])));
        return isMandatory ? taken : taken.Concat(rest);
    }

    private static bool IsTerminal(Rule rule, IEnumerable<Attempt> chosen, IReadOnlyDictionary<string, Paper> papers)
        => chosen.Where(attempt => attempt.IsThisSeries).Sum(attempt => papers[attempt.Assessment].MaximumUms) * 100
            >= rule.TerminalSharePercent * rule.MaximumTotal;
}
