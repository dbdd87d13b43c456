using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Hosting;

namespace ResultsGrid.Storage.Azure;

/// <summary>Has the container there, and closed to anonymous readers, before any other service of the host starts.</summary>
public sealed class BlobContainerPreparation(BlobContainerClient container) : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">The container gives its blobs to anyone who knows their names.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // Only where it is missing: an identity that may use the blobs need not be one that may create containers.
        if (!await container.ExistsAsync(cancellationToken)) await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

        var access = (await container.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.PublicAccess;
        if (access is not null and not PublicAccessType.None)
        {
            throw new InvalidOperationException(
                $"The container {container.Uri} is open to anonymous readers ({access}): results would be readable before their release. Set its access to private.");
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
