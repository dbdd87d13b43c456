using System.Text.Json;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using Spectre.Console;

namespace ResultsGrid.Gateway.Demonstrations;

/// <summary>Tells a newcomer where to go and how to sign in.</summary>
public static class DemonstrationGuide
{
    private const string FileName = "demonstration.json";

    private static readonly JsonSerializerOptions Readable = new(ContractJson.Options) { WriteIndented = true };

    /// <summary>Writes data/demonstration.json for its owner's eyes only, and prints the first steps.</summary>
    public static void Write(DemonstrationFile file, string data, TimeSpan took)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = Path.Combine(Path.GetFullPath(data), FileName);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(path, options)) JsonSerializer.Serialize(stream, file, Readable);
        Print(file, path, took);
    }

    private static void Print(DemonstrationFile file, string path, TimeSpan took)
    {
        var series = new Table().AddColumns("Series", "State", "Restricted release", "Candidate release");
        foreach (var line in file.Series)
            series.AddRow(line.Series.ToString(), line.State.ToString(), LondonTime.Describe(line.RestrictedRelease), LondonTime.Describe(line.CandidateRelease));
        AnsiConsole.Write(series);

        var key = file.Keys[0];
        var user = file.Users[0];
        // Long lines are to be copied whole, so they bypass the console's own wrapping.
        Console.WriteLine($"""
            Made in {took.TotalSeconds:F0} s.
            {file.Users.Count} users, {file.Keys.Count} access keys and {file.Operators.Count} operators with their secrets: {path}

            Fetch everything of a centre with its access key:
              curl -OJ -H "Authorization: Bearer {key.Key}" {file.Url}/api/v1/centres/{key.Centre}/series/{file.Series[0].Series}/documents.zip
            Or sign in as {user.User}, password {user.Password}: POST {file.Url}/api/v1/session

            """);
    }
}
