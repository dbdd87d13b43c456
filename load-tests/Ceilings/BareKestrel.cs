namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>The least that Kestrel can do: files of a folder from memory, to anybody, as they are set up from the box.</summary>
public static class BareKestrel
{
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
