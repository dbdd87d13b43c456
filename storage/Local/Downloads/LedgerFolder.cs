using System.Globalization;
using System.Text;
using ResultsGrid.Storage.Local.Documents;

namespace ResultsGrid.Storage.Local.Downloads;

/// <summary>The ledger's files: 00000001.log and so on, and beside the folder a mark that names the newest while any may hold what no grain has.</summary>
internal sealed class LedgerFolder
{
    /// <summary>What an operator does about a lost or damaged ledger.</summary>
    public const string WhatToDo = "Nothing was changed. Put it back; or, knowing that some downloads of the last minutes will show nowhere, move it aside: docs/operations.md, \"The download ledger\".";

    private readonly Lock gate = new();
    private readonly string folder;
    private readonly string mark;
    private string? marked;

    private LedgerFolder(string folder)
    {
        this.folder = folder;
        mark = folder + "-open";
    }

    /// <summary>The files that an earlier process left, oldest first.</summary>
    public IReadOnlyList<LedgerSegment> Left { get; private set; } = [];

    public int NextNumber => Left.Count == 0 ? 1 : int.Parse(Path.GetFileNameWithoutExtension(Left[^1].Path), CultureInfo.InvariantCulture) + 1;

    /// <summary>Looks through the folder; it is made with the first file.</summary>
    /// <exception cref="InvalidDataException">A file is lost or damaged; the message says which and what to do.</exception>
    public static LedgerFolder Open(string path)
    {
        var opened = new LedgerFolder(Path.GetFullPath(path));
        opened.RefuseLost();
        if (!Directory.Exists(opened.folder)) return opened;
        opened.Left = [.. Directory.EnumerateFiles(opened.folder, "*.log").Order(StringComparer.Ordinal).Select(LedgerSegment.Open)];
        opened.RefuseGaps();
        return opened;
    }

    /// <summary>Where the next file goes. Durable with its name in the folder and in the mark, before anything is written to it.</summary>
    /// <exception cref="UnflushedException">A folder can't be flushed.</exception>
    public FileStream Create(int number)
    {
        lock (gate) return CreateMarked(number);
    }

    /// <summary>Deletes a file whose every entry is folded. The mark goes first where it names this one: nothing newer is there.</summary>
    public void Delete(string file)
    {
        lock (gate)
        {
            if (marked == Path.GetFileName(file)) Clear();
            File.Delete(file);
        }
    }

    private FileStream CreateMarked(int number)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            DirectoryFlush.Flush(Path.GetDirectoryName(folder)!);
        }

        // Left over where the disk took the file and not the mark: nothing was written to it.
        var file = new FileStream(FileOf(number), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 });
        try
        {
            DirectoryFlush.Flush(folder);
            Mark(Path.GetFileName(file.Name));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private void Clear()
    {
        File.Delete(mark);
        marked = null;
        // Durable before the file that it named goes: the other way round, a power cut would leave it naming nothing.
        DirectoryFlush.Flush(Path.GetDirectoryName(mark)!);
    }

    private string FileOf(int number) => Path.Combine(folder, number.ToString("00000000", CultureInfo.InvariantCulture) + ".log");

    private void Mark(string newest)
    {
        var next = mark + ".next";
        using (var handle = File.OpenHandle(next, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(handle, Encoding.ASCII.GetBytes(newest), 0);
            FileFlush.Flush(handle, next);
        }

        File.Move(next, mark, overwrite: true);
        marked = newest;
        DirectoryFlush.Flush(Path.GetDirectoryName(mark)!);
    }

    private void RefuseLost()
    {
        if (!File.Exists(mark)) return;
        marked = File.ReadAllText(mark).Trim();
        var newest = Path.Combine(folder, marked);
        if (!File.Exists(newest)) throw new InvalidDataException($"{newest}, which holds the newest downloads of a process that was not stopped in order, is missing. {WhatToDo}");
    }

    private void RefuseGaps()
    {
        foreach (var (earlier, later) in Left.Zip(Left.Skip(1)))
        {
            if (earlier.Stretch.Log == later.Stretch.Log && later.Stretch.First != earlier.Stretch.Last + 1)
                throw new InvalidDataException($"Between {earlier.Path}, which ends with entry {earlier.Stretch.Last}, and {later.Path}, which begins with {later.Stretch.First}, entries are missing. {WhatToDo}");
        }
    }
}
