using System.CommandLine;
using System.CommandLine.Parsing;

namespace ResultsGrid.Gateway.Commands;

/// <summary>The options of every executable that serves.</summary>
public static class ServingOptions
{
    private const int MaxWorkThreads = 64;

    public static Option<string> Urls { get; } = new("--urls")
    {
        Description = "Where to listen; several are separated by semicolons.",
        DefaultValueFactory = _ => "http://localhost:8080",
    };

    public static Option<TimeSpan> ReleaseIn { get; } = new("--demonstration-release-in")
    {
        Description = "How far ahead the demonstration's embargoed series opens, for example 90s, 10m or 2h.",
        DefaultValueFactory = _ => TimeSpan.FromMinutes(10),
        CustomParser = ShortDuration.Parse,
    };

    public static Option<int?> WorkThreads { get; } = new("--work-threads")
    {
        Description = $"Threads for loads, awards and publications, 1 to {MaxWorkThreads}. Without it one core stays free for requests.",
        Validators = { CheckThreads },
    };

    private static void CheckThreads(OptionResult option)
    {
        if (option.GetValueOrDefault<int?>() is < 1 or > MaxWorkThreads) option.AddError($"--work-threads is from 1 to {MaxWorkThreads}.");
    }
}
