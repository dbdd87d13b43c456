using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Gateway.Api.Accounts;
using ResultsGrid.Gateway.Api.Admission;
using ResultsGrid.Gateway.Api.Callers;
using ResultsGrid.Gateway.Api.Candidates;
using ResultsGrid.Gateway.Api.Documents;
using ResultsGrid.Gateway.Api.Health;
using ResultsGrid.Gateway.Api.HotPath;
using ResultsGrid.Gateway.Api.Operators;
using ResultsGrid.Gateway.Api.Problems;
using ResultsGrid.Gateway.Api.Release;
using ResultsGrid.Gateway.Api.SignIn;
using ResultsGrid.Gateway.Api.Snapshots;
using ResultsGrid.Gateway.Api.Telemetry;
using ResultsGrid.Gateway.Api.WarmUp;
using ResultsGrid.Gateway.Api.Work;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Publication;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Work;

namespace ResultsGrid.Gateway.Api;

/// <summary>The gateway's own services. Its host brings IGrainFactory, IDocumentStore, IStorageHealth and IClockMemory.</summary>
public static class GatewayServices
{
    public const string OperatorPolicy = "operator";

    public static IServiceCollection AddResultsGridGateway(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
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
        .AddSingleton<ContentArchive>()
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
        .AddSingleton<PackageCache>()
        .AddSingleton<LoadStage>()
        .AddSingleton<AwardStage>()
        .AddSingleton<StatisticsStage>()
        .AddSingleton<ManifestCheck>()
        .AddSingleton<CentreAssembler>()
        .AddSingleton<CentrePublisher>()
        .AddSingleton<CentreRepair>()
        .AddTransient<SeriesWork>()
        .AddSingleton<Func<SeriesWork>>(provider => provider.GetRequiredService<SeriesWork>)
        .AddHostedService<SeriesWorkers>();

    private static void UseContractJson(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowOutOfOrderMetadataProperties = true;
    }
}
