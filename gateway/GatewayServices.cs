using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Candidates;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.HotPath;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Gateway.Telemetry;
using ResultsGrid.Gateway.WarmUp;
using ResultsGrid.Gateway.Work;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Work;

namespace ResultsGrid.Gateway;

/// <summary>The gateway's own services. Its host brings IGrainFactory, IDocumentStore, IStorageHealth and IClockMemory.</summary>
public static class GatewayServices
{
    public const string OperatorPolicy = "operator";

    public static IServiceCollection AddResultsGridGateway(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(Clocks.Service, TimeProvider.System);
        services.Configure<JsonOptions>(options => UseContractJson(options.SerializerOptions));
        // Thrown, so that the problem can say what of the request is wrong.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = RequestBodies.MaxBytes);
        // Authentication brings data protection, which nothing here uses: tokens are random references, so no key is to be kept.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(CallerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, CallerAuthentication>(CallerAuthentication.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(OperatorPolicy, policy => policy.RequireRole(nameof(Role.BoardOperator)));
        services.AddRequestBodies();
        services.AddOpenApi("v1", options => options.AddResultsGridDescriptions());
        return services.AddReading().AddWork();
    }

    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<GatewayMeter>()
        .AddHostedService<GatewayGauges>()
        .AddSingleton<Readiness>()
        .AddSingleton<Ingress>()
        .AddSingleton<ServedState>()
        .AddSingleton<KnownCallers>()
        .AddSingleton<LastInTurn>()
        .AddSingleton<ReleaseClock>()
        .AddSingleton<IReleaseGate, ReleaseGate>()
        .AddSingleton<CentreGuard>()
        .AddSingleton<ResultsGuard>()
        .AddSingleton<AccountKeeperGuard>()
        .AddSingleton<PasswordLane>()
        .AddSingleton<SignInDesk>()
        .AddSingleton<AccountKeeper>()
        .AddSingleton<PublishedResults>()
        .AddSingleton<CheckedDocuments>()
        .AddSingleton<DocumentSender>()
        .AddSingleton<Primer>()
        .AddSingleton<DownloadLedger>()
        .AddSingleton<PackageUpload>()
        .AddHostedService<ClockWatch>()
        .AddHostedService<PrimerWatch>();

    private static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<WorkSignal>()
        .AddSeriesWork()
        .AddSingleton<Func<SeriesWork>>(provider => provider.GetRequiredService<SeriesWork>)
        .AddHostedService<SeriesWorkers>();

    private static void UseContractJson(JsonSerializerOptions options)
    {
        options.Converters.Add(new ClosedSetConverter());
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowOutOfOrderMetadataProperties = true;
    }
}
