using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Azure;

/// <summary>Puts documents in Azure Blob Storage.</summary>
public static class BlobDocumentServices
{
    /// <summary>Registers the store, and the preparation of its container when the host starts.</summary>
    public static IServiceCollection AddBlobDocuments(this IServiceCollection services, BlobDocumentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return services
            .AddSingleton(Connect(options))
            .AddSingleton<IDocumentStore, BlobDocumentStore>()
            .AddHostedService<BlobContainerPreparation>();
    }

    /// <summary>A client of the container, bounded in time and tries. Asks the storage nothing yet.</summary>
    public static BlobContainerClient Connect(BlobDocumentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bounded = new BlobClientOptions().WithRequestBounds();
        var service = options.AccountUri is { } account
            ? new BlobServiceClient(account, new DefaultAzureCredential(), bounded)
            : new BlobServiceClient(options.ConnectionString, bounded);
        return service.GetBlobContainerClient(options.Container);
    }
}
