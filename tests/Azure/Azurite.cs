using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using ResultsGrid.Tests.Architecture;

namespace ResultsGrid.Tests.Azure;

/// <summary>One real Azurite with its blobs in memory, on a port of its own, for as long as the tests that share it run.</summary>
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
                packages.PathOf("azurite/dist/src/blob/main.js"),
                "--blobHost", "127.0.0.1", "--blobPort", "0", "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            ],
            new Dictionary<string, string> { ["AZURITE_ACCOUNTS"] = $"{Account}:{accountKey}" });
        var address = await ReadAddress(process);
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={accountKey};BlobEndpoint={address}/{Account}";
    }

    public async Task DisposeAsync()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The address in the line by which Azurite says that it is ready.</summary>
    private static async Task<string> ReadAddress(Process azurite)
    {
        var errors = azurite.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(StartTimeout);
        while (await azurite.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (ReadyLine().Match(line) is not { Success: true } ready) continue;

            // A pipe that nobody empties would block Azurite once it is full.
            _ = azurite.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return ready.Groups[1].Value;
        }

        throw new InvalidOperationException($"Azurite ended before it was ready: {await errors}");
    }

    [GeneratedRegex(@"successfully listens on (http://127\.0\.0\.1:[0-9]+)")]
    private static partial Regex ReadyLine();
}
