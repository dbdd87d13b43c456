using System.Text.Json;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>A document that a centre's list offers.</summary>
/// <param name="Bytes">Uncompressed.</param>
/// <param name="Sha256">Of the uncompressed bytes.</param>
public sealed record ListedFile(string Id, long Bytes, string Sha256)
{
    /// <returns>Null where it is no list.</returns>
    public static IReadOnlyList<ListedFile>? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<DocumentList>(json, ContractJson.Options)?.Documents
                .Where(document => document.Withdrawn is null)
                .Select(document => new ListedFile(document.Id, document.Bytes, document.Sha256.ToString()))
                .ToList();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
