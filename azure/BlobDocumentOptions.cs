using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace ResultsGrid.Azure;

/// <summary>Where documents lie in Azure Blob Storage, and as whom they are reached.</summary>
public sealed partial record BlobDocumentOptions
{
    /// <summary>The configuration section that these are read from.</summary>
    public const string Section = "Documents:AzureBlobs";

    /// <summary>The container's name where none is configured.</summary>
    public const string DefaultContainer = "documents";

    private BlobDocumentOptions(string? connectionString, Uri? accountUri, string? container)
    {
        (ConnectionString, AccountUri, Container) = (connectionString, accountUri, container ?? DefaultContainer);
        if (!ContainerName().IsMatch(Container))
        {
            throw new ArgumentException(
                $"{Section}:Container is '{Container}'; a container's name is 3 to 63 lower-case letters and digits, with single hyphens between them.");
        }
    }

    /// <summary>A secret that names the account and carries its key; null where an identity is used instead.</summary>
    public string? ConnectionString { get; }

    /// <summary>The blob service of an account that this process's own identity may use; null with a connection string.</summary>
    public Uri? AccountUri { get; }

    public string Container { get; }

    /// <summary>Where the download ledger lies: installations that share an account share neither.</summary>
    public string DownloadsContainer => Container == DefaultContainer ? "downloads" : $"{Container}-downloads";

    /// <exception cref="ArgumentException">The text is no connection string, or the container's name is not one.</exception>
    public static BlobDocumentOptions WithConnectionString(string connectionString, string? container = null)
    {
        try
        {
            _ = new BlobServiceClient(connectionString);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            // The text holds a key, so it is not repeated, and neither is the inner message that may quote it.
            throw new ArgumentException($"{Section}:ConnectionString is not the connection string of a storage account.");
        }

        return new BlobDocumentOptions(connectionString, null, container);
    }

    /// <exception cref="ArgumentException">The address is not an https one, or the container's name is not one.</exception>
    public static BlobDocumentOptions WithIdentity(Uri accountUri, string? container = null)
    {
        ArgumentNullException.ThrowIfNull(accountUri);
        if (!accountUri.IsAbsoluteUri || accountUri.Scheme != Uri.UriSchemeHttps)
        {
            throw new ArgumentException($"{Section}:AccountUri is '{accountUri}'; an identity's token goes to an https address only.");
        }

        return new BlobDocumentOptions(null, accountUri, container);
    }

    /// <summary>What the section says; null where it names no account, so documents lie elsewhere.</summary>
    /// <exception cref="ArgumentException">The section names two accounts, or something in it is not what it should be.</exception>
    public static BlobDocumentOptions? From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        return (Given(section, nameof(ConnectionString)), Given(section, nameof(AccountUri))) switch
        {
            (null, null) => null,
            ({ } secret, null) => WithConnectionString(secret, Given(section, nameof(Container))),
            (null, { } address) when Uri.TryCreate(address, UriKind.Absolute, out var uri) => WithIdentity(uri, Given(section, nameof(Container))),
            (null, { } address) => throw new ArgumentException($"{Section}:AccountUri is '{address}', which is not an address."),
            _ => throw new ArgumentException($"{Section} has both a ConnectionString and an AccountUri; give one of them."),
        };
    }

    /// <summary>Never the connection string: it is a secret, and options get logged.</summary>
    public override string ToString() => $"container {Container} of {AccountUri?.ToString() ?? "the account of a connection string"}";

    private static string? Given(IConfigurationSection section, string name)
        => string.IsNullOrWhiteSpace(section[name]) ? null : section[name];

    [GeneratedRegex(@"\A(?=.{3,63}\z)[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerName();
}
