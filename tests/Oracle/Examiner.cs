namespace ResultsGrid.Tests.Oracle;

/// <summary>Works out one candidate's results, each from first principles.</summary>
public sealed class Examiner(IReadOnlyDictionary<string, Paper> papers, IReadOnlyDictionary<(string, string), Rule> rules)
{
    public ExpectedCandidate Examine(string centre, string number, Work work)
    {
        var certified = work.Certifications.Select(row => (Rule: rules[(row["qualification_code"], row["option"])], Endorsement: row["endorsement"])).ToList();
        var entries = work.UnitEntries
            .Concat(certified.Where(entry => entry.Rule.IsLinear).SelectMany(entry => entry.Rule.Parts.Select(part => part.Assessment)))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var assessments = entries.Select(code => Assess(code, work)).ToDictionary(result => result.Assessment);
        var awards = certified.Select(entry => Award(entry.Rule, entry.Endorsement, work, assessments)).OrderBy(award => award.Qualification, StringComparer.Ordinal).ToList();
        return new(centre, number, [.. assessments.Values], awards);
    }

    private ExpectedAssessment Assess(string code, Work work)
    {
        var paper = papers[code];
        var (status, mark) = work.Marks.TryGetValue(code, out var found) ? found : ("pending", null);
        var allowed = work.Allowances.TryGetValue(code, out var allowance);
        var raw = mark is null ? (int?)null : Math.Min(paper.MaximumMark, mark.Value + allowance);
        return status switch
        {
            "absent" => new(code, "absent", null, paper.IsUnit ? 0 : null, null, true, false),
            "marked" or "partly-absent" => new(code, "graded", raw, paper.IsUnit ? paper.Ums(raw!.Value) : null, paper.IsUnit ? paper.Grade(raw!.Value) : null, status == "partly-absent", allowed),
            _ => new(code, status, null, null, null, false, false),
        };
    }

    private ExpectedAward Award(Rule rule, string endorsement, Work work, Dictionary<string, ExpectedAssessment> assessments)
    {
        var award = new ExpectedAward(rule.Qualification, rule.Option, "no-result", null, null, false, endorsement is "" ? null : endorsement);
        if (work.HasTwoUcis) return award;
        var own = rule.Parts.Where(part => assessments.ContainsKey(part.Assessment)).Select(part => assessments[part.Assessment]).ToList();
        if (own.Any(result => result.Outcome == "pending")) return award with { Outcome = "pending" };
        if (rule.IsLinear && own.Any(result => result.Outcome == "no-result")) return award;

        var decided = work.AbsentUnits.FirstOrDefault(row => row["qualification_code"] == rule.Qualification);
        if (decided is not null) return Decided(rule, award, work, assessments, decided);

        var chosen = Arbiter.Best(rule, [.. Attempts(rule, work, assessments)], papers);
        if (chosen is null || chosen.All(attempt => attempt.IsAbsent)) return award;
        var total = Arbiter.Total(chosen).Rounded();
        var grade = rule.Grade(total);
        return award with
        {
            Outcome = "graded",
            Grade = grade == "A" && Arbiter.IsAStar(rule, chosen, papers) ? "A*" : grade,
            Total = total,
            IsPartial = chosen.Any(attempt => attempt.IsAbsent || attempt.IsPartial),
        };
    }

    // The score linked to the decided grade, less what is there, stands against the unit that was missed (domain 4.6).
    private ExpectedAward Decided(Rule rule, ExpectedAward award, Work work, Dictionary<string, ExpectedAssessment> assessments, Dictionary<string, string> decision)
    {
        var missed = decision["assessment_code"];
        var present = Arbiter.Best(rule, [.. Attempts(rule, work, assessments)], papers) ?? throw new InvalidDataException($"{rule.Qualification}: graded without {missed}, yet more is missing.");
        var linked = rule.Boundaries.Single(boundary => boundary.Grade == decision["grade"]).Mark;
        var sum = Arbiter.Total(present.Where(attempt => attempt.Assessment != missed)).Rounded();
        assessments[missed] = assessments[missed] with { HasConsideration = true, Ums = papers[missed].IsUnit ? Math.Max(0, linked - sum) : null };
        return award with { Outcome = "graded", Grade = decision["grade"], Total = Math.Max(linked, sum), IsPartial = true };
    }

    private IEnumerable<Attempt> Attempts(Rule rule, Work work, Dictionary<string, ExpectedAssessment> assessments)
    {
        foreach (var (code, _) in rule.Parts)
        {
            if (assessments.TryGetValue(code, out var now) && now.Outcome is "graded" or "absent")
            {
                var score = rule.IsLinear ? papers[code].Weight * (now.RawMark ?? 0) : now.Ums ?? 0;
                yield return new(code, score, true, int.MaxValue, now.Outcome == "absent", now.IsPartial);
            }

            foreach (var row in work.Earlier.Where(row => row["assessment_code"] == code))
                yield return new(code, int.Parse(row["ums"]), false, When(row["series"]), false, false);
        }
    }

    private static int When(string series) => int.Parse(series[2..]) * 100 + "123456789ABC".IndexOf(series[0]);
}
