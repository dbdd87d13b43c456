using System.Globalization;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Storage.Local.Documents;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.DocumentStores;

public sealed class DocumentsInAFolder : DocumentStoreSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public DocumentsInAFolder() => Documents = FolderDocumentStore.Open(folder.File("documents"));

    protected override IDocumentStore Documents { get; }

    public void Dispose() => folder.Dispose();

    protected override Task Overwrite(ContentHash hash, byte[] content) => File.WriteAllBytesAsync(FileOf(hash), content);

    protected override Task<string> WriteMark(ContentHash hash)
        => Task.FromResult(File.GetLastWriteTimeUtc(FileOf(hash)).Ticks.ToString(CultureInfo.InvariantCulture));

    private string FileOf(ContentHash hash) => Directory.GetFiles(folder.Path, hash.ToString(), SearchOption.AllDirectories).Single();
}
