using System.IO.Compression;
using System.Security.Cryptography;
using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills;

/// <summary>A document as a centre's list names it.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits, of the whole document.</param>
public sealed record PublishedFile(int Version, string FileName, string Sha256, string? Withdrawn)
{
    /// <summary>A centre's documents by id; empty where none are published.</summary>
    public static async Task<ImmutableSortedDictionary<string, PublishedFile>> List(Calls calls, string secret, string centreInSeries)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var answer = (await calls.Get(secret, $"{centreInSeries}/documents")).Expect(200, 403, 404);
        if (answer.Status != 200) return ImmutableSortedDictionary<string, PublishedFile>.Empty;
        var version = answer.Json.GetProperty("version").GetInt32();
        return answer.Json.GetProperty("documents").EnumerateArray().ToImmutableSortedDictionary(
            document => document.GetProperty("id").GetString()!,
            document => new PublishedFile(
                version,
                document.GetProperty("fileName").GetString()!,
                document.GetProperty("sha256").GetString()!,
                document.TryGetProperty("withdrawn", out var reason) ? reason.GetString() : null));
    }

    public static void Compare(
        string what, ImmutableSortedDictionary<string, PublishedFile> expected, ImmutableSortedDictionary<string, PublishedFile> found, KillReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(found);
        report.Check();
        if (!expected.SequenceEqual(found)) throw new LostException(what, Text(expected.Except(found)), Text(found.Except(expected)));
    }

    /// <exception cref="LostException">The bytes are not the published ones.</exception>
    public void Verify(string what, byte[] content, KillReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        report.Check();
        if (Convert.ToHexStringLower(SHA256.HashData(content)) is var hash && hash != Sha256) throw new LostException(what, $"{FileName} {Sha256}", $"{content.Length} bytes {hash}");
    }

    /// <exception cref="LostException">The ZIP does not hold exactly these.</exception>
    public static void VerifyZip(string what, byte[] zip, IEnumerable<PublishedFile> files, KillReport report)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var archive = new ZipArchive(new MemoryStream(zip, writable: false));
        var entries = archive.Entries.ToDictionary(entry => entry.FullName);
        var expected = files.Where(file => file.Withdrawn is null).ToDictionary(file => file.FileName);
        if (!entries.Keys.ToHashSet().SetEquals(expected.Keys)) throw new LostException(what, string.Join(' ', expected.Keys.Order()), string.Join(' ', entries.Keys.Order()));
        foreach (var (name, entry) in entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            expected[name].Verify($"{what}: {name}", content.ToArray(), report);
        }
    }

    private static string Text(IEnumerable<KeyValuePair<string, PublishedFile>> files) => $"[{string.Join("; ", files.Select(file => file.Value))}]";
}
