using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ResultsGrid.Gateway.Api.Problems;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Api.Operators;

/// <summary>Takes a package of series files from a request into memory, one at a time and bounded.</summary>
public sealed class PackageUpload : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>The package's bytes, or why it is not taken.</summary>
    public async Task<(byte[]? Package, Refusal? Refusal)> Receive(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!string.Equals(request.ContentType, "application/zip", StringComparison.OrdinalIgnoreCase))
            return (null, new Refusal(ProblemTypes.WrongMediaType, "Send the series files as one ZIP: Content-Type: application/zip."));
        if (request.ContentLength > IDocumentStore.MaxBytes) return (null, TooLarge());
        if (!await one.WaitAsync(TimeSpan.Zero)) throw new OverloadedException("Another package is being received.");
        try
        {
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = IDocumentStore.MaxBytes;
            using var received = new MemoryStream(capacity: (int)(request.ContentLength ?? 0));
            await request.Body.CopyToAsync(received, request.HttpContext.RequestAborted);
            return (received.ToArray(), null);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private static Refusal TooLarge() => new(ProblemTypes.TooLarge, $"A package is at most {IDocumentStore.MaxBytes / 1024 / 1024} MB packed.");
}
