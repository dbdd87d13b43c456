using System.CommandLine;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Gateway.Commands;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.LoadTests.Ceilings;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>Servers that a ceiling is measured beside; the ceiling starts them itself.</summary>
public static class ContestantCommands
{
    public const string BareKestrelName = "serve-bare";
    public const string WithoutLedgerName = "serve-without-ledger";

    public static Command BareKestrel()
    {
        var (folder, urls) = (new Argument<string>("folder"), new Argument<string>("urls"));
        var command = new Command(BareKestrelName, "Serves a folder's files from memory, and nothing else.") { folder, urls };
        command.Hidden = true;
        command.SetAction((options, cancellation) => Ceilings.BareKestrel.Serve(options.GetRequiredValue(folder), options.GetRequiredValue(urls), cancellation));
        return command;
    }

    public static Command GatewayWithoutLedger()
    {
        var (data, urls) = (new Argument<string>("data"), new Argument<string>("urls"));
        var command = new Command(WithoutLedgerName, "The gateway with its ledger taken out.") { data, urls };
        command.Hidden = true;
        command.SetAction((options, cancellation) => ServeCommand.Run(
            NodeHost.CreateBuilder(),
            NodeSettings.InFolder(options.GetRequiredValue(data), options.GetRequiredValue(urls)),
            cancellation,
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<IDownloadLedger>(new NoLedger()))));
        return command;
    }
}
