using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Local.Documents;

/// <summary>Documents as files named by their hash, below two levels of folders: ab/cd/abcd….</summary>
/// <remarks>
/// A file is written beside its place, flushed, renamed into place, and its folder flushed: under its name it is whole or
/// not there. Writing blocks the caller (two flushes, about 0.3 ms): publication has threads of its own for that.
/// </remarks>
public sealed class FolderDocumentStore : IDocumentStore
{
    private const string Unfinished = "unfinished";
    private const string Part = "The documents folder";

    /// <summary>What comes from a stream is written so much at a time.</summary>
    private const int PieceBytes = 1024 * 1024;

    private readonly string folder;
    private readonly string unfinished;
    // At most 256 x 256.
    private readonly HashSet<string> made = [];
    private readonly StorageHealth health;
    private long writes;
    private volatile string? halted;

    private FolderDocumentStore(string folder, StorageHealth health)
    {
        (this.folder, this.health) = (folder, health);
        unfinished = Path.Combine(folder, Unfinished);
    }

    /// <summary>Opens the folder, making it if need be, and clears away what a crash left unfinished. One process at a time (see <see cref="DataFolder"/>).</summary>
    public static FolderDocumentStore Open(string folder, StorageHealth? health = null)
    {
        var store = new FolderDocumentStore(Path.GetFullPath(folder), health ?? StorageHealth.Unwatched());
        if (Directory.Exists(store.unfinished)) Directory.Delete(store.unfinished, recursive: true);
        Directory.CreateDirectory(store.unfinished);
        DirectoryFlush.Flush(Path.GetDirectoryName(store.folder)!);
        return store;
    }

    public Task<ContentHash> Store(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        if (content.Length > IDocumentStore.MaxBytes)
            throw new ArgumentException($"A document of {content.Length} bytes is larger than {IDocumentStore.MaxBytes}.", nameof(content));
        cancellation.ThrowIfCancellationRequested();

        var hash = ContentHash.Of(content.Span);
        if (halted is { } reason) throw new StorageUnavailableException(reason);
        OnDisk(() =>
        {
            var file = FileOf(hash);
            if (Holds(file, content)) DirectoryFlush.Flush(Path.GetDirectoryName(file)!);
            else Write(file, content.Span);
        });
        return Task.FromResult(hash);
    }

    public async Task<ContentHash> Store(Stream content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (halted is { } reason) throw new StorageUnavailableException(reason);
        var draft = NewDraft();
        try
        {
            var hash = await WriteDraft(draft, content, cancellation);
            // In any case: a damaged copy is told from a whole one only by reading it.
            OnDisk(() => Place(draft, FileOf(hash)));
            return hash;
        }
        finally
        {
            OnDisk(() => File.Delete(draft));
        }
    }

    public async Task<byte[]?> Read(ContentHash hash, CancellationToken cancellation = default)
    {
        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(FileOf(hash), cancellation);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        var found = ContentHash.Of(content);
        return found == hash ? content : throw new DamagedDocumentException(hash, found);
    }

    public Task<Stream?> Open(ContentHash hash, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult<Stream?>(new FileStream(FileOf(hash), new FileStreamOptions
            {
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                Share = FileShare.Read | FileShare.Delete,
            }));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <summary>Null: a local disk goes by this machine's clock.</summary>
    public Task<DateTimeOffset?> ReadClock(CancellationToken cancellation = default) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>The same bytes are there; a damaged copy doesn't count.</summary>
    private static bool Holds(string file, ReadOnlyMemory<byte> content)
        => new FileInfo(file) is { Exists: true } found && found.Length == content.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(content.Span);

    /// <summary>What fails here is the disk's fault, and told as such.</summary>
    private void OnDisk(Action act)
    {
        try
        {
            act();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(Report(fault), fault);
        }
    }

    private string Report(Exception fault)
    {
        if (fault is not UnflushedException) return $"{folder} takes no documents ({fault.Message}). Make room or mend the disk, and begin again.";
        // A later flush that succeeds would prove nothing: the system may have dropped what this one should have written.
        halted = $"Documents in {folder} could not be flushed to the disk ({fault.Message}), so none is stored before a restart. Look at the disk first: docs/operations.md, \"A failing disk\".";
        health.Fail(Part, halted);
        return halted;
    }

    private string FileOf(ContentHash hash)
    {
        var name = hash.ToString();
        ArgumentException.ThrowIfNullOrEmpty(name, nameof(hash));
        return Path.Combine(folder, name[..2], name[2..4], name);
    }

    private string NewDraft() => Path.Combine(unfinished, $"{Interlocked.Increment(ref writes)}");

    /// <summary>What could not be read of the sender's stream is the sender's fault, and so not the disk's.</summary>
    private async Task<ContentHash> WriteDraft(string draft, Stream content, CancellationToken cancellation)
    {
        using var handle = Create(draft);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceBytes];
        var written = 0L;
        while (await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellation) is var read and > 0)
        {
            if (written + read > IDocumentStore.MaxBytes) throw new DocumentTooLargeException();
            digest.AppendData(piece, 0, read);
            OnDisk(() => RandomAccess.Write(handle, piece.AsSpan(0, read), written));
            written += read;
        }

        OnDisk(() => FileFlush.Flush(handle, draft));
        return ContentHash.OfDigest(digest.GetHashAndReset());
    }

    private SafeFileHandle Create(string draft)
    {
        SafeFileHandle? handle = null;
        OnDisk(() => handle = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.Write));
        return handle!;
    }

    private void Place(string draft, string file)
    {
        var place = Path.GetDirectoryName(file)!;
        Make(place);
        File.Move(draft, file, overwrite: true);
        DirectoryFlush.Flush(place);
    }

    private void Write(string file, ReadOnlySpan<byte> content)
    {
        var draft = NewDraft();
        try
        {
            using (var handle = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.Write))
            {
                RandomAccess.Write(handle, content, 0);
                FileFlush.Flush(handle, draft);
            }

            Place(draft, file);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>Makes the folder, or flushes the way to one that an earlier process made and may not have flushed; once per process.</summary>
    private void Make(string place)
    {
        lock (made)
        {
            if (made.Contains(place)) return;
            Directory.CreateDirectory(place);
            DirectoryFlush.Flush(Path.GetDirectoryName(place)!);
            DirectoryFlush.Flush(folder);
            made.Add(place);
        }
    }
}
