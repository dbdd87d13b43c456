using ResultsGrid.LoadTests.Ceilings;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Arrivals;

/// <summary>One document of every centre, asked for with the centre's own key.</summary>
public static class DocumentRequests
{
    /// <param name="bytes">The size wanted, uncompressed; each centre's nearest is taken.</param>
    /// <exception cref="InvalidOperationException">A centre's list or document was refused.</exception>
    public static async Task<IReadOnlyList<LoadRequest>> Choose(NightTarget target, int bytes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        return [.. (await CeilingDocuments.Choose(target, bytes, cancellation)).Select(document => Of(target.Address, document))];
    }

    public static LoadRequest Of(Uri server, CeilingDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new LoadRequest(
            document.Path.Split('/')[4], WireRequest.Write(WireAddress.Of(server), "GET", document.Path, $"Authorization: Bearer {document.Key}"), document.Content.Length);
    }
}
