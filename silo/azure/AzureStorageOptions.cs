using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using ResultsGrid.Azure;

namespace ResultsGrid.Silo.Azure;

/// <summary>The storage account that a cluster is kept in, and as whom it is reached.</summary>
/// <remarks>By a connection string, which holds a key, or as this process's own identity (DefaultAzureCredential) at the addresses of the table and the blob service.</remarks>
public sealed record AzureStorageOptions
{
    /// <summary>The configuration section that these are read from.</summary>
    public const string Section = "Cluster:AzureStorage";

    /// <summary>The name of the states' container where none is configured; documents and ledgers have their own.</summary>
    public const string DefaultContainer = "states";

    private AzureStorageOptions(TableServiceClient tables, BlobServiceClient blobs, string? container)
        => (Tables, Blobs, Container) = (tables, blobs, container ?? DefaultContainer);

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    /// <summary>Of the states: installations that share an account share none.</summary>
    public string Container { get; }

    /// <summary>What the section says; null where it names no account.</summary>
    /// <exception cref="ArgumentException">The section names two accounts or half of one, or something in it is not what it should be.</exception>
    public static AzureStorageOptions? From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        var container = Given(section, nameof(Container));
        return (Given(section, "ConnectionString"), Given(section, "TableUri"), Given(section, "BlobUri")) switch
        {
            (null, null, null) => null,
            ({ } secret, null, null) => WithConnectionString(secret, container),
            (null, { } tables, { } blobs) => WithIdentity(Address("TableUri", tables), Address("BlobUri", blobs), container),
            (null, _, _) => throw new ArgumentException($"{Section} has only one of TableUri and BlobUri; an identity needs both, the first for membership, the second for state."),
            _ => throw new ArgumentException($"{Section} has both a ConnectionString and addresses; give one or the other."),
        };
    }

    private static AzureStorageOptions WithConnectionString(string secret, string? container)
    {
        try
        {
            return new(new TableServiceClient(secret, new TableClientOptions().WithRequestBounds()), new BlobServiceClient(secret, new BlobClientOptions().WithStateBounds()), container);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            // The text holds a key, so it is not repeated, and neither is the inner message that may quote it.
            throw new ArgumentException($"{Section}:ConnectionString is not the connection string of a storage account.");
        }
    }

    private static AzureStorageOptions WithIdentity(Uri tables, Uri blobs, string? container)
    {
        TokenCredential identity = new DefaultAzureCredential();
        return new(new TableServiceClient(tables, identity, new TableClientOptions().WithRequestBounds()), new BlobServiceClient(blobs, identity, new BlobClientOptions().WithStateBounds()), container);
    }

    private static Uri Address(string name, string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : throw new ArgumentException($"{Section}:{name} is '{text}'; an identity's token goes to an https address only.");

    private static string? Given(IConfigurationSection section, string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name];
}
