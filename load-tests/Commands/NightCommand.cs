using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Gateway.Commands;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Nights;
using ResultsGrid.LoadTests.Nights.Plans;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Wire;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>A results night against a real gateway: everyone comes on a clock of their own, and every byte is checked.</summary>
public sealed class NightCommand
{
    private readonly INightStage stage;
    private const int CandidatesPerCentre = 100;

    /// <summary>Wide enough for the tables: into a file they would be folded to 80 columns.</summary>
    private const int LogColumns = 170;

    private readonly Option<int> centres = new("--centres") { Description = "How many centres, of long-tailed sizes.", DefaultValueFactory = _ => NationalSeries.Centres };
    private readonly Option<int?> candidates = new("--candidates") { Description = "How many candidates they have together; without it, 100 a centre." };
    private readonly Option<int> seed = new("--seed") { Description = "The same seed makes the same series, arrivals and mishaps.", DefaultValueFactory = _ => 1 };
    private readonly Option<double> speed = new("--speed") { Description = "So many times faster than people and systems really come, from 0.1 to 1,000.", DefaultValueFactory = _ => 1 };
    private readonly Option<double> passwords = new("--passwords") { Description = "The share of centres where a person signs in too, from 0 to 1.", DefaultValueFactory = _ => 0.04 };
    private readonly Option<int> decompressOneIn = new("--decompress-one-in") { Description = "Of so many compressed bodies one is decompressed and checked plain too.", DefaultValueFactory = _ => 50 };
    private readonly Option<TimeSpan> releaseIn = new("--release-in") { Description = "From the first clients to the release, for example 30s.", DefaultValueFactory = _ => TimeSpan.FromSeconds(40), CustomParser = ShortDuration.Parse };
    private readonly Option<DirectoryInfo?> data = new("--data") { Description = "A folder to prepare once and use again; without it, a temporary one." };
    private readonly Option<Uri?> address = new("--address") { Description = "A gateway that runs already; nothing is prepared then.", CustomParser = ParseAddress };
    private readonly Option<FileInfo> credentials = new("--credentials") { Description = "Who gets in there, as the demonstration writes it.", DefaultValueFactory = _ => new FileInfo("data/demonstration.json") };
    private readonly Option<string?> series = new("--series") { Description = "Which series there; without it, the file's last." };
    private readonly Option<string?> allowAddress = new("--allow-address") { Description = "The one host beside this machine that may be loaded. Its clock must agree with this one's." };
    private readonly Option<FileInfo> report = new("--report") { Description = "The HTML report to write.", DefaultValueFactory = _ => new FileInfo("night.html") };

    private NightCommand(INightStage stage) => this.stage = stage;

    /// <param name="stage">What runs the clients.</param>
    public static Command Create(INightStage stage) => new NightCommand(stage).Build();

    private Command Build()
    {
        speed.Validators.Add(value => Within(value.GetValueOrDefault<double>() is >= 0.1 and <= 1_000, value, "from 0.1 to 1,000"));
        passwords.Validators.Add(value => Within(value.GetValueOrDefault<double>() is >= 0 and <= 1, value, "from 0 to 1"));
        decompressOneIn.Validators.Add(value => Within(value.GetValueOrDefault<int>() >= 1, value, "1 or more"));
        var command = new Command("night", "Plays a results night against a real gateway and checks every byte; exits with 1 if anything was early, wrong, lost or not served.")
        {
            centres, candidates, seed, speed, passwords, decompressOneIn, releaseIn, data, address, credentials, series, allowAddress, report,
        };
        command.SetAction(Run);
        return command;

        static void Within(bool holds, OptionResult option, string range)
        {
            if (!holds) option.AddError($"{option.Option.Name} is {range}.");
        }
    }

    private static Uri? ParseAddress(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens.Single().Value, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps)) return parsed;
        argument.AddError($"'{argument.Tokens.Single().Value}' is not an address like http://127.0.0.1:8080.");
        return null;
    }

    private async Task<int> Run(ParseResult options, CancellationToken cancellation)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = LogColumns;
        var wish = new NightWish(options.GetRequiredValue(seed), options.GetRequiredValue(releaseIn), options.GetRequiredValue(speed), options.GetRequiredValue(decompressOneIn));
        var kept = options.GetValue(data)?.FullName;
        var folder = kept ?? Directory.CreateTempSubdirectory("resultsgrid-night-").FullName;
        try
        {
            using var target = options.GetValue(address) is { } running ? Running(running, options) : await Prepared(folder, options, cancellation);
            var figures = await new NightRun(target, wish, stage, TimeProvider.System, Console.WriteLine).Run(cancellation);
            NightConsole.Print(figures, AnsiConsole.Console);
            var page = options.GetRequiredValue(report);
            await File.WriteAllTextAsync(page.FullName, NightReport.Html(figures, $"night {string.Join(' ', options.Tokens.Skip(1))}"), cancellation);
            Console.WriteLine($"Report: {page.FullName}");
            return figures.Holds ? 0 : 1;
        }
        catch (Exception refusal) when (refusal is ArgumentException or IOException or UnauthorizedAccessException or InvalidOperationException or InvalidDataException or HttpRequestException)
        {
            await options.InvocationConfiguration.Error.WriteLineAsync($"There was no night: {refusal.Message}");
            return 1;
        }
        finally
        {
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<NightTarget> Prepared(string folder, ParseResult options, CancellationToken cancellation)
    {
        if (!NightData.IsIn(folder))
        {
            var number = options.GetRequiredValue(centres);
            var plan = NationalSeries.Plan(number, options.GetValue(candidates) ?? number * CandidatesPerCentre, options.GetRequiredValue(seed));
            var people = (int)Math.Round(number * options.GetRequiredValue(passwords));
            await NightData.Make(folder, plan, people, isOut: false, Console.WriteLine, TimeProvider.System, cancellation);
        }

        return await NightData.Open(folder);
    }

    private NightTarget Running(Uri running, ParseResult options)
    {
        var host = WireAddress.Of(running);
        if (!host.IsLoopback && options.GetValue(allowAddress) != host.Host)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{host.Host} is not this machine. A drill loads another one only where --allow-address names it."));
        var file = CredentialsFile.Read(options.GetRequiredValue(credentials).FullName);
        return CredentialsFile.Target(file, running, options.GetValue(series) is { } code ? SeriesCode.Parse(code) : file.Series[^1].Series, process: null);
    }
}
