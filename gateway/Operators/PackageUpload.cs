using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Operators;

/// <summary>Takes a package of series files from a request into the store, bounded, and one at a time.</summary>
public sealed class PackageUpload : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>What was done with the package, or why it is not taken.</summary>
    /// <param name="store">Is given the package as it comes; no other package is received until it ends.</param>
    public async Task<Results<Accepted<ShownJob>, Refusal>> Receive(HttpRequest request, Func<Stream, Task<Results<Accepted<ShownJob>, Refusal>>> store)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        if (!string.Equals(request.ContentType, "application/zip", StringComparison.OrdinalIgnoreCase))
            return new Refusal(ProblemTypes.WrongMediaType, "Send the series files as one ZIP: Content-Type: application/zip.");
        if (request.ContentLength > IDocumentStore.MaxBytes) return TooLarge();
        if (!await one.WaitAsync(TimeSpan.Zero)) throw new OverloadedException("Another package is being received.");
        try
        {
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = IDocumentStore.MaxBytes;
            return await store(request.Body);
        }
        catch (DocumentTooLargeException)
        {
            return TooLarge();
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private static Refusal TooLarge() => new(ProblemTypes.TooLarge, $"A package is at most {IDocumentStore.MaxBytes / 1024 / 1024} MB packed.");
}
