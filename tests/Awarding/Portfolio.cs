using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

/// <summary>A generated candidate and the qualification certified; the last units are the optional ones.</summary>
internal sealed record Portfolio(PortfolioUnit[] Units, int Optional, int UnitCount, int SharePercent)
{
    /// <summary>What the counted units could come to: the largest ones, so that shares are not all out of reach.</summary>
    public int MaximumTotal => Units.Select(unit => unit.MaximumUms).OrderDescending().Take(UnitCount).Sum();

    public bool IsOptional(int unit) => unit >= Units.Length - Optional;

    public CandidateWork Work => Specimen.Work(
        string.Join(' ', Units.Select((unit, index) => unit.Current is { } mark ? $"U{index}={mark}" : "")),
        string.Join(' ', Units.Select((unit, index) => unit.Earlier is { } ums ? $"U{index}@6B25={ums}" : "")));

    public Qualification Qualification
    {
        get
        {
            var grades = "A B C D E".Split(' ').Select((grade, step) => $"{grade}{MaximumTotal * (8 - step) / 10}");
            var contributions = Units.Select((_, index) => (IsOptional(index) ? "?" : "") + $"U{index}");
            return Specimen.Qualification(
                MaximumTotal, string.Join(' ', grades), string.Join(' ', contributions), UnitCount,
                terminal: new TerminalRule(SharePercent, false, Provenance.Assumed));
        }
    }

    public Assessment[] Assessments => [.. Units.Select((unit, index) => Plain($"U{index}", unit.MaximumUms, IsOptional(index) ? UnitLevel.AS : UnitLevel.A2))];

    public Portfolio With(int unit, int current)
        => this with { Units = [.. Units.Select((one, index) => index == unit ? one with { Current = current } : one)] };
}
