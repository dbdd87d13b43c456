using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

public class ConversionProperties
{
    private const int Scales = 300;

    [Fact]
    public void A_higher_mark_never_converts_to_less()
        => ForEveryUnit(unit => Enumerable.Range(1, unit.MaximumMark).All(raw => Ums(unit, raw) >= Ums(unit, raw - 1)));

    [Fact]
    public void A_boundary_mark_converts_to_its_boundary_exactly()
        => ForEveryUnit(unit => unit.Boundaries.All(boundary => Ums(unit, boundary.Mark) == boundary.Ums));

    [Fact]
    public void No_mark_converts_to_more_than_can_be_attained()
        => ForEveryUnit(unit => Enumerable.Range(0, unit.MaximumMark + 1).All(raw => Ums(unit, raw) >= 0 && Ums(unit, raw) <= unit.Scale!.AttainableUms));

    [Fact]
    public void The_ends_of_the_paper_are_the_ends_of_the_scale()
        => ForEveryUnit(unit => Ums(unit, 0) == 0 && Ums(unit, unit.MaximumMark) == unit.Scale!.AttainableUms);

    [Fact]
    public void A_mark_between_two_points_lies_within_half_a_uniform_mark_of_the_straight_line()
        => ForEveryUnit(unit => unit.Boundaries.Zip(unit.Boundaries.Skip(1)).All(band =>
        {
            var (high, low) = band;
            return Enumerable.Range(low.Mark, high.Mark - low.Mark).All(raw =>
            {
                var exact = low.Ums!.Value + ((decimal)(raw - low.Mark) * (high.Ums!.Value - low.Ums.Value) / (high.Mark - low.Mark));
                return Ums(unit, raw) == Math.Round(exact, MidpointRounding.AwayFromZero);
            });
        }));

    [Fact]
    public void A_higher_mark_never_earns_a_lower_unit_grade()
        => ForEveryUnit(unit =>
        {
            var ranks = Enumerable.Range(0, unit.MaximumMark + 1).Select(raw => Rank(unit, raw)).ToList();
            return ranks.Zip(ranks.Skip(1)).All(pair => pair.Second >= pair.First);
        });

    [Fact]
    public void A_unit_grade_is_earned_from_its_boundary_mark_on()
        => ForEveryUnit(unit => unit.Boundaries.All(boundary =>
            Result(unit, $"{boundary.Mark}").Grade == boundary.Grade && Result(unit, $"{boundary.Mark - 1}").Grade != boundary.Grade));

    private static int Ums(Assessment unit, int raw) => UniformConversion.Of(unit).UmsOf(raw);

    /// <summary>0 for U, then upwards.</summary>
    private static int Rank(Assessment unit, int raw)
    {
        var grade = Result(unit, $"{raw}").Grade;
        return unit.Boundaries.Reverse().Select(boundary => boundary.Grade).TakeWhile(other => other != grade).Count() is var below
            && below == unit.Boundaries.Count ? 0 : below + 1;
    }

    private static void ForEveryUnit(Func<Assessment, bool> holds)
        => Prop.ForAll(Arb.From(Generated.Units), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Scales));
}
