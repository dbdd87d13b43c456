using System.CommandLine;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Commands;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.LoadTests.Overloads;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>Serves the gateway set up as a drill wants it; the drill starts it itself, and 0 leaves a setting as it is.</summary>
public static class DrilledGatewayCommand
{
    /// <summary>A gateway of capped capacity has requests wait so many times shorter, so that the drill needs to be no longer.</summary>
    private const int Hurry = 10;

    public static Command Create()
    {
        var (data, urls) = (new Argument<string>("data"), new Argument<string>("urls"));
        var (inside, delayMs) = (new Argument<int>("inside"), new Argument<double>("ledger-delay-ms"));
        var (rounds, signIns) = (new Argument<int>("password-rounds"), new Argument<int>("waiting-sign-ins"));
        var command = new Command(DrilledGateway.CommandName, "The gateway with other bounds.") { data, urls, inside, delayMs, rounds, signIns };
        command.Hidden = true;
        command.SetAction((options, cancellation) => ServeCommand.Run(
            NodeHost.CreateBuilder(),
            NodeSettings.InFolder(options.GetRequiredValue(data), options.GetRequiredValue(urls)),
            cancellation,
            builder =>
            {
                Bound(builder.Services, options.GetRequiredValue(inside), TimeSpan.FromMilliseconds(options.GetRequiredValue(delayMs)));
                SignIns(builder.Services, options.GetRequiredValue(rounds), options.GetRequiredValue(signIns));
            }));
        return command;
    }

    private static void Bound(IServiceCollection services, int inside, TimeSpan delay)
    {
        if (inside > 0) services.Configure<AdmissionOptions>(options => (options.MaxInside, options.MaxWait) = (inside, options.MaxWait / Hurry));
        if (delay == TimeSpan.Zero) return;
        var real = services.Single(service => service.ServiceType == typeof(IDownloadLedger));
        services.Replace(ServiceDescriptor.Singleton<IDownloadLedger>(
            provider => new SlowLedger((IDownloadLedger)real.ImplementationFactory!(provider), delay, provider.GetRequiredService<TimeProvider>())));
    }

    private static void SignIns(IServiceCollection services, int rounds, int waiting) => services.Configure<SignInOptions>(options =>
    {
        if (rounds > 0) options.PasswordRounds = rounds;
        if (waiting > 0) options.MaxWaitingSignIns = waiting;
    });
}
