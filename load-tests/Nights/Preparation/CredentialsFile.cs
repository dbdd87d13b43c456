using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Nights.Preparation;

/// <summary>Who gets in, as the demonstration writes it down.</summary>
public static class CredentialsFile
{
    private static readonly Role[] FirstReaders = [Role.CentreAdministrator, Role.ResultsFullAccess];

    /// <summary>For its owner's eyes only.</summary>
    public static void Write(string path, DemonstrationFile file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, file, ContractJson.Options);
    }

    /// <exception cref="InvalidDataException">It is no such file.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static DemonstrationFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<DemonstrationFile>(File.ReadAllBytes(path), ContractJson.Options) ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path} has no credentials as the demonstration writes them: {fault.Message}", fault);
        }
    }

    public static NightTarget Target(DemonstrationFile file, Uri address, SeriesCode series, GatewayProcess? process)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new NightTarget(
            address,
            series,
            [.. file.Keys.Where(line => FirstReaders.Contains(line.Role)).Select(line => new NightAccess(line.Centre, line.Key, null, null))],
            [.. file.Users.Where(line => line.Roles.Any(FirstReaders.Contains)).Select(line => new NightAccess(line.Centre, null, line.User, line.Password))],
            [.. file.Operators.Select(line => new Credentials(line.User, line.Password))],
            process);
    }
}
