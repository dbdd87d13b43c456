using System.CommandLine;
using ResultsGrid.LoadTests.National;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>How large the invented series is.</summary>
public sealed class SeriesSizeOptions
{
    public Option<int> Centres { get; } = new("--centres") { Description = "How many centres.", DefaultValueFactory = _ => NationalSeries.Centres };

    public Option<int> Candidates { get; } = new("--candidates") { Description = "How many candidates they have together; sizes are long-tailed.", DefaultValueFactory = _ => NationalSeries.Candidates };

    public Option<int> Seed { get; } = new("--seed") { Description = "The same seed gives the same bytes.", DefaultValueFactory = _ => 1 };

    public RehearsalPlan Plan(ParseResult options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return NationalSeries.Plan(options.GetRequiredValue(Centres), options.GetRequiredValue(Candidates), options.GetRequiredValue(Seed));
    }
}
