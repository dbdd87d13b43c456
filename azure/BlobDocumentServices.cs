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
        return Connect(options, options.Container, new BlobClientOptions().WithRequestBounds());
    }

    /// <summary>A client of any container of the documents' account.</summary>
    internal static BlobContainerClient Connect(BlobDocumentOptions options, string container, BlobClientOptions bounded)
    {
        var service = options.AccountUri is { } account
            ? new BlobServiceClient(account, new DefaultAzureCredential(), bounded)
            : new BlobServiceClient(options.ConnectionString, bounded);
        return service.GetBlobContainerClient(container);
    }
}
