namespace ResultsGrid.Storage;

/// <summary>What a node keeps everything in.</summary>
public enum StorageKind
{
    /// <summary>One folder of this machine, for one node.</summary>
    Local,

    /// <summary>An Azure Storage account, or its emulator Azurite, for any number of nodes.</summary>
    Azure,
}
