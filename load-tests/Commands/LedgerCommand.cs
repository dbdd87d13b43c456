using System.CommandLine;
using ResultsGrid.LoadTests.Downloads;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>Measures what recording a download costs.</summary>
public static class LedgerCommand
{
    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each figure is measured.", DefaultValueFactory = _ => 2 };
        var rounds = new Option<int>("--rounds") { Description = "How often; the median is shown.", DefaultValueFactory = _ => 3 };
        var blobs = new Option<string?>("--blobs") { Description = "The connection string of a storage account, an Azurite say: the cluster's ledger too, in a container of its own there." };
        var command = new Command("ledger", "Records downloads with 1, 16, 128 and 256 waiters, beside one state write for each, with the disk's flush and with a slow one.") { seconds, rounds, blobs };
        command.SetAction((options, cancellation) => Run(
            TimeSpan.FromSeconds(options.GetRequiredValue(seconds)), options.GetRequiredValue(rounds), options.GetValue(blobs) is { } account ? new BlobLedgers(account) : null, cancellation));
        return command;
    }

    private static async Task<int> Run(TimeSpan duration, int rounds, BlobLedgers? blobs, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("resultsgrid-ledger-").FullName;
        try
        {
            await using var benchmark = new LedgerBenchmark(folder, duration, TimeProvider.System, blobs);
            LedgerTable.Print(await benchmark.Run(rounds, cancellation), AnsiConsole.Console);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
