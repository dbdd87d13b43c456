using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;
using Outcome = ResultsGrid.Awarding.Results.Outcome;

namespace ResultsGrid.Tests.Awarding;

public class AwardProperties
{
    private const int Candidates = 500;

    [Fact]
    public void The_counted_combination_is_the_best_of_all_that_are_legal()
        => ForEveryCandidate(candidate => Certify(candidate).Total == BestTotal(candidate));

    [Fact]
    public void Raising_one_mark_never_lowers_an_award()
        => ForEveryCandidate(candidate =>
        {
            var before = Certify(candidate);
            return Raised(candidate).All(raised => Certify(raised) is var after
                && (before.Outcome != Outcome.Graded || (after.Total >= before.Total && Rank(after) >= Rank(before))));
        });

    [Fact]
    public void With_fixed_units_raising_one_mark_never_loses_an_A_star()
        => ForEveryCandidate(candidate =>
        {
            var fixedUnits = candidate with { Optional = 0, UnitCount = candidate.Units.Length };
            var rule = AStar(fixedUnits);
            var before = Rank(Certify(fixedUnits, rule));
            return Raised(fixedUnits).All(raised => Rank(Certify(raised, rule)) >= before);
        });

    [Fact]
    public void What_is_counted_adds_up_stands_in_order_and_was_really_taken()
        => ForEveryCandidate(candidate =>
        {
            var award = Certify(candidate);
            if (award.Outcome != Outcome.Graded) return award.Counted.Count == 0 && award.Total is null && award.Reason is not null;
            var codes = award.Counted.Select(counted => counted.Assessment).ToList();
            return award.Total == award.Counted.Sum(counted => counted.Score)
                && award.Counted.Count == candidate.UnitCount
                && codes.SequenceEqual(codes.Distinct().Order());
        });

    [Fact]
    public void The_same_work_is_awarded_the_same_whatever_its_order()
        => ForEveryCandidate(candidate =>
        {
            var work = candidate.Work;
            var turned = work with
            {
                Entries = [.. work.Entries.Reverse()],
                Marks = [.. work.Marks.Reverse()],
                EarlierResults = [.. work.EarlierResults.Reverse()],
            };
            var (one, other) = (Certify(candidate), Award(turned, candidate.Qualification, candidate.Assessments));
            return one.Counted.SequenceEqual(other.Counted) && one with { Counted = [] } == other with { Counted = [] };
        });

    /// <summary>
    /// Where the real rules are not monotone: the highest total decides which optional unit counts, so a better AS unit can
    /// push out an A2 unit that the A* needed. (Another is a second sitting of a final examination: FinalExaminationTests.)
    /// </summary>
    [Fact]
    public void A_better_optional_AS_mark_may_cost_an_A_star()
    {
        var qualification = Qualification(
            400, "A320 B280 C240", "S1 S2 T1 ?S3 ?T2", unitCount: 4, aStar: new AStarRule(320, 180, [], null));
        Assert.Equal("A*", Of("S1=90 S2=90 T1=90 S3=90 T2=90"));
        Assert.Equal("A", Of("S1=90 S2=90 T1=90 S3=91 T2=90"));

        string Of(string marks) => Award(
            Work(marks), qualification,
            Plain("S1", 100), Plain("S2", 100), Plain("S3", 100), Plain("T1", 100, UnitLevel.A2), Plain("T2", 100, UnitLevel.A2)).Grade.ToString()!;
    }

    /// <summary>Tries every choice of units and sittings, one by one.</summary>
    private static int? BestTotal(Portfolio candidate)
    {
        return Totals(0, 0, 0, 0).DefaultIfEmpty(null).Max();

        IEnumerable<int?> Totals(int unit, int counted, int terminal, int total)
        {
            if (unit == candidate.Units.Length)
            {
                var isLegal = counted == candidate.UnitCount && terminal * 100 >= candidate.SharePercent * candidate.MaximumTotal;
                return isLegal ? [total] : [];
            }

            var one = candidate.Units[unit];
            var without = candidate.IsOptional(unit) ? Totals(unit + 1, counted, terminal, total) : [];
            var now = one.Current is { } mark ? Totals(unit + 1, counted + 1, terminal + one.MaximumUms, total + mark) : [];
            var before = one.Earlier is { } ums ? Totals(unit + 1, counted + 1, terminal, total + ums) : [];
            return without.Concat(now).Concat(before);
        }
    }

    private static IEnumerable<Portfolio> Raised(Portfolio candidate)
        => Enumerable.Range(0, candidate.Units.Length)
            .Where(unit => candidate.Units[unit].Current < candidate.Units[unit].MaximumUms)
            .SelectMany(unit => new[] { candidate.Units[unit].Current!.Value + 1, candidate.Units[unit].MaximumUms }.Select(mark => candidate.With(unit, mark)));

    // Every unit of a portfolio without optional ones is an A2 unit, so the rule looks at all of them.
    private static Qualification AStar(Portfolio candidate)
        => candidate.Qualification with { AStar = new AStarRule(candidate.MaximumTotal * 8 / 10, candidate.MaximumTotal * 9 / 10, [], null) };

    private static int Rank(Award award) => award.Grade is null ? -1 : "UEDCBA".IndexOf(award.Grade.ToString()![0], StringComparison.Ordinal) + (award.Grade.ToString() == "A*" ? 1 : 0);

    private static Award Certify(Portfolio candidate, Qualification? qualification = null)
        => Award(candidate.Work, qualification ?? candidate.Qualification, candidate.Assessments);

    private static void ForEveryCandidate(Func<Portfolio, bool> holds)
        => Prop.ForAll(Arb.From(Generated.Portfolios), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Candidates));
}
