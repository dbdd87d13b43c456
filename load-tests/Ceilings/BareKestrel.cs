using System.Text.Json.Nodes;
using ResultsGrid.LoadTests.Commands;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>The least that Kestrel can do: files of a folder from memory, to anybody, as they are set up from the box.</summary>
public static class BareKestrel
{
    /// <summary>How it is started in a process of its own: with the runtime's settings that a web project has from the box, not with the service's.</summary>
    /// <param name="site">The folder with its files; its settings are written beside it.</param>
    public static (string Program, IEnumerable<string> Arguments) Start(string site, string urls)
    {
        var settings = $"{site}.runtimeconfig.json";
        File.WriteAllText(settings, SettingsFromTheBox());
        return ("dotnet", ["exec", "--runtimeconfig", settings, GatewayProcess.Drills, ContestantCommands.BareKestrelName, site, urls]);
    }

    public static async Task Serve(string folder, string urls, CancellationToken cancellation)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => "/" + Path.GetRelativePath(folder, file), File.ReadAllBytes, StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(urls.Split(';'));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.Run(http => Answer(http, files));
        await app.StartAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
    }

    private static string SettingsFromTheBox()
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(GatewayProcess.Drills, ".runtimeconfig.json")))!;
        var properties = settings["runtimeOptions"]!["configProperties"]!.AsObject();
        properties["System.GC.Server"] = true;
        properties.Remove("System.Threading.ThreadPool.UnfairSemaphoreSpinLimit");
        return settings.ToJsonString();
    }

    private static Task Answer(HttpContext http, Dictionary<string, byte[]> files)
    {
        var response = http.Response;
        if (!files.TryGetValue(http.Request.Path.Value!, out var content))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // Any will do: only this server is asked with it.
        response.Headers.ETag = "\"one\"";
        if (http.Request.Headers.IfNoneMatch.Count > 0)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/octet-stream";
        response.ContentLength = content.Length;
        return response.Body.WriteAsync(content).AsTask();
    }
}
