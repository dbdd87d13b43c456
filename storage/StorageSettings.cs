using Microsoft.Extensions.Configuration;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Local;

namespace ResultsGrid.Storage;

/// <summary>Reads from the configuration what a node keeps everything in: a kind, and its connection.</summary>
public static class StorageSettings
{
    public const string Section = "Storage";

    /// <summary>Of <see cref="StorageKind.Local"/>: the folder.</summary>
    public const string PathKey = $"{Section}:Path";

    private const string DefaultPath = "data";

    /// <summary>The settings of earlier versions, and what takes their place.</summary>
    private static readonly (string Key, string Now)[] Earlier =
    [
        ("Cluster:PostgreSql", "PostgreSQL keeps no cluster any more: name a storage account (or Azurite) with Storage:ConnectionString, and load and publish the series again"),
        ("Cluster:AzureStorage", "the account is named by Storage:ConnectionString, or by Storage:BlobUri and Storage:TableUri"),
        ("Documents:AzureBlobs", "documents lie where everything lies: Storage:ConnectionString, or Storage:BlobUri and Storage:TableUri; Storage:Container names their container"),
    ];

    /// <param name="preset">The kind where nothing is said of it.</param>
    /// <exception cref="ArgumentException">Something in the section is not what it should be, or a setting of an earlier version is left; the message says what, where and why.</exception>
    public static INodeStorage Read(IConfiguration configuration, StorageKind preset)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (var (key, now) in Earlier)
        {
            if (configuration.GetSection(key).Exists()) throw new ArgumentException($"{key} is a setting of an earlier version: {now}.");
        }

        var section = configuration.GetSection(Section);
        var account = AzureStorageOptions.From(section);
        if (Kind(section["Kind"], preset) == StorageKind.Azure)
            return new AzureStorage(account ?? AzureStorageOptions.WithConnectionString(AzureStorageOptions.DevelopmentStorage, section[nameof(AzureStorageOptions.Container)]));
        if (account is not null)
            throw new ArgumentException($"{Section} names a storage account, and its Kind is {StorageKind.Local}: a node on local storage keeps everything in its folder. Set {Section}:Kind to {StorageKind.Azure}, or run the project silo.");
        return new LocalStorage(configuration[PathKey] is { Length: > 0 } path ? path : DefaultPath);
    }

    private static StorageKind Kind(string? text, StorageKind preset) => text switch
    {
        null or "" => preset,
        _ when !char.IsAsciiDigit(text[0]) && Enum.TryParse<StorageKind>(text, ignoreCase: true, out var named) && Enum.IsDefined(named) => named,
        _ => throw new ArgumentException($"{Section}:Kind is '{text}'; it is {string.Join(" or ", Enum.GetNames<StorageKind>())}."),
    };
}
