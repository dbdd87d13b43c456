using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace ResultsGrid.Storage.Azure;

/// <summary>The storage account that a cluster is kept in, and as whom it is reached: membership in a table, all else in blobs.</summary>
/// <remarks>By a connection string, which holds a key, or as this process's own identity (DefaultAzureCredential) at the addresses of the account's blob and table services.</remarks>
public sealed partial record AzureStorageOptions
{
    /// <summary>The documents' container where none is configured.</summary>
    public const string DefaultContainer = "documents";

    /// <summary>Azurite's, at its usual addresses on this machine.</summary>
    public const string DevelopmentStorage = "UseDevelopmentStorage=true";

    private AzureStorageOptions(string? connectionString, Uri? blobUri, Uri? tableUri, string? container)
    {
        (ConnectionString, BlobUri, TableUri, Container) = (connectionString, blobUri, tableUri, container ?? DefaultContainer);
        if (!ContainerName().IsMatch(Container))
        {
            throw new ArgumentException(
                $"{StorageSettings.Section}:Container is '{Container}'; a container's name is 3 to 63 lower-case letters and digits, with single hyphens between them.");
        }
    }

    /// <summary>A secret that names the account and carries its key; null where an identity is used instead.</summary>
    public string? ConnectionString { get; }

    /// <summary>Azurite at its usual addresses, whose key everybody knows.</summary>
    public bool IsEmulator => ConnectionString == DevelopmentStorage;

    /// <summary>The blob service of an account that this process's own identity may use; null with a connection string.</summary>
    public Uri? BlobUri { get; }

    /// <summary>The table service of the same account; null with a connection string.</summary>
    public Uri? TableUri { get; }

    /// <summary>Of the documents; the other containers are named by it, so that installations that share an account share none.</summary>
    public string Container { get; }

    /// <summary>Where the download ledger lies.</summary>
    public string DownloadsContainer => Container == DefaultContainer ? "downloads" : $"{Container}-downloads";

    /// <summary>Where the grains' states lie.</summary>
    public string StatesContainer => Container == DefaultContainer ? "states" : $"{Container}-states";

    /// <exception cref="ArgumentException">The text is no connection string, or the container's name is not one.</exception>
    public static AzureStorageOptions WithConnectionString(string connectionString, string? container = null)
    {
        try
        {
            _ = new BlobServiceClient(connectionString);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            // The text holds a key, so it is not repeated, and neither is the inner message that may quote it.
            throw new ArgumentException($"{StorageSettings.Section}:ConnectionString is not the connection string of a storage account.");
        }

        return new AzureStorageOptions(connectionString, null, null, container);
    }

    /// <exception cref="ArgumentException">An address is not an https one, or the container's name is not one.</exception>
    public static AzureStorageOptions WithIdentity(Uri blobUri, Uri tableUri, string? container = null)
        => new(null, Https(nameof(BlobUri), blobUri), Https(nameof(TableUri), tableUri), container);

    /// <summary>What the section says; null where it names no account.</summary>
    /// <exception cref="ArgumentException">The section names two accounts or half of one, or something in it is not what it should be.</exception>
    public static AzureStorageOptions? From(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var container = Given(section, nameof(Container));
        return (Given(section, nameof(ConnectionString)), Given(section, nameof(TableUri)), Given(section, nameof(BlobUri))) switch
        {
            (null, null, null) => null,
            ({ } secret, null, null) => WithConnectionString(secret, container),
            (null, { } tables, { } blobs) => WithIdentity(Address(nameof(BlobUri), blobs), Address(nameof(TableUri), tables), container),
            (null, _, _) => throw new ArgumentException($"{StorageSettings.Section} has only one of TableUri and BlobUri; an identity needs both, the first for membership, the second for all else."),
            _ => throw new ArgumentException($"{StorageSettings.Section} has both a ConnectionString and addresses; give one or the other."),
        };
    }

    /// <summary>Never the connection string: it is a secret, and options get logged.</summary>
    public override string ToString() => $"containers {Container}, {DownloadsContainer} and {StatesContainer} of {Blobs(new BlobClientOptions()).Uri}";

    /// <summary>A client of the account's blobs, bounded as given. Asks the storage nothing yet.</summary>
    public BlobServiceClient Blobs(BlobClientOptions bounded)
        => BlobUri is { } address ? new BlobServiceClient(address, Identity(), bounded) : new BlobServiceClient(ConnectionString, bounded);

    /// <summary>A client of the account's tables, bounded as given. Asks the storage nothing yet.</summary>
    public TableServiceClient Tables(TableClientOptions bounded)
        => TableUri is { } address ? new TableServiceClient(address, Identity(), bounded) : new TableServiceClient(ConnectionString, bounded);

    private static TokenCredential Identity() => new DefaultAzureCredential();

    private static Uri Https(string name, Uri address)
        => address is { IsAbsoluteUri: true } && address.Scheme == Uri.UriSchemeHttps
            ? address
            : throw new ArgumentException($"{StorageSettings.Section}:{name} is '{address}'; an identity's token goes to an https address only.");

    private static Uri Address(string name, string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : throw new ArgumentException($"{StorageSettings.Section}:{name} is '{text}', which is not an address.");

    private static string? Given(IConfigurationSection section, string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name];

    [GeneratedRegex(@"\A(?=.{3,63}\z)[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerName();
}
