using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using ResultsGrid.Tests.Architecture;

namespace ResultsGrid.Tests.Azure;

/// <summary>One real Azurite with its blobs and tables in memory, on ports of its own, for as long as the tests that share it run.</summary>
public sealed partial class Azurite : IAsyncLifetime
{
    private const string Account = "resultsgrid";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);

    private readonly string accountKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private Process? process;
    private int containers;

    public string ConnectionString { get; private set; } = "";

    /// <summary>A client of a container that nobody else uses and that is not there yet.</summary>
    public BlobContainerClient NewContainer(BlobClientOptions? options = null)
        => new(ConnectionString, $"documents-{Interlocked.Increment(ref containers)}", options);

    public async Task InitializeAsync()
    {
        var packages = new NodePackages(SourceTree.Tests);
        await packages.Install();
        process = NodeProcess.Start(
            Path.GetTempPath(),
            "node",
            [
                "--require", Path.Combine(SourceTree.Tests, "Azure", "exit-with-parent.cjs"),
                packages.PathOf("azurite/dist/src/azurite.js"),
                "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            ],
            new Dictionary<string, string> { ["AZURITE_ACCOUNTS"] = $"{Account}:{accountKey}" });
        var addresses = await ReadAddresses(process);
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={accountKey};BlobEndpoint={addresses["Blob"]}/{Account};TableEndpoint={addresses["Table"]}/{Account}";
    }

    public async Task DisposeAsync()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The addresses in the lines by which Azurite says that its services are ready; the tables' comes last.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> ReadAddresses(Process azurite)
    {
        var addresses = new Dictionary<string, string>();
        var errors = azurite.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(StartTimeout);
        while (await azurite.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (ReadyLine().Match(line) is not { Success: true } ready) continue;
            addresses[ready.Groups["service"].Value] = ready.Groups["address"].Value;
            if (!addresses.ContainsKey("Table")) continue;

            // A pipe that nobody empties would block Azurite once it is full.
            _ = azurite.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return addresses;
        }

        throw new InvalidOperationException($"Azurite ended before it was ready: {await errors}");
    }

    [GeneratedRegex(@"Azurite (?<service>Blob|Table) service is successfully listening at (?<address>http://127\.0\.0\.1:[0-9]+)")]
    private static partial Regex ReadyLine();
}
