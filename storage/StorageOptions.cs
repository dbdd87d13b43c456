using Microsoft.Extensions.Configuration;
using ResultsGrid.Storage.Azure;

namespace ResultsGrid.Storage;

/// <summary>The kind of a node's storage, and its connection.</summary>
public abstract record StorageOptions
{
    /// <summary>The configuration section that these are read from.</summary>
    public const string Section = "Storage";

    /// <summary>The settings of earlier versions, and what takes their place.</summary>
    private static readonly (string Key, string Now)[] Earlier =
    [
        ("Cluster:PostgreSql", "PostgreSQL keeps no cluster any more: name a storage account (or Azurite) with Storage:ConnectionString, and load and publish the series again"),
        ("Cluster:AzureStorage", "the account is named by Storage:ConnectionString, or by Storage:BlobUri and Storage:TableUri"),
        ("Documents:AzureBlobs", "documents lie where everything lies: Storage:ConnectionString, or Storage:BlobUri and Storage:TableUri; Storage:Container names their container"),
    ];

    private StorageOptions()
    {
    }

    /// <summary>For the line that a node prints; no secret is in it.</summary>
    public abstract string Description { get; }

    /// <summary>What the section says, and where it says nothing what its executable is for.</summary>
    /// <exception cref="ArgumentException">Something in the section is not what it should be, or a setting of an earlier version is left; the message says what, where and why.</exception>
    public static StorageOptions From(IConfiguration configuration, StorageKind preset)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (var (key, now) in Earlier)
        {
            if (configuration.GetSection(key).Exists()) throw new ArgumentException($"{key} is a setting of an earlier version: {now}.");
        }

        var section = configuration.GetSection(Section);
        var kind = section[nameof(Kind)] switch
        {
            null or "" => preset,
            var text when Enum.TryParse<StorageKind>(text, ignoreCase: true, out var named) && Enum.IsDefined(named) => named,
            var text => throw new ArgumentException($"{Section}:{nameof(Kind)} is '{text}'; it is {string.Join(" or ", Enum.GetNames<StorageKind>())}."),
        };
        var account = AzureStorageOptions.From(section);
        if (kind == StorageKind.Azure) return new InAccount(account ?? AzureStorageOptions.WithConnectionString(AzureStorageOptions.DevelopmentStorage, section[nameof(AzureStorageOptions.Container)]));
        if (account is not null) throw new ArgumentException($"{Section} names a storage account, and its Kind is Local: a node on local storage keeps everything in its folder. Set {Section}:Kind to Azure, or run the project silo.");
        return new InFolder(section[nameof(InFolder.Path)] is { Length: > 0 } path ? path : InFolder.DefaultPath);
    }

    public StorageKind Kind => this is InFolder ? StorageKind.Local : StorageKind.Azure;

    /// <param name="Path">Everything is below it, and one process at a time may use it.</param>
    public sealed record InFolder(string Path) : StorageOptions
    {
        public const string DefaultPath = "data";

        public override string Description => $"data in {System.IO.Path.GetFullPath(Path)}";
    }

    public sealed record InAccount(AzureStorageOptions Account) : StorageOptions
    {
        public override string Description => $"{Account}; membership in its tables";
    }
}
