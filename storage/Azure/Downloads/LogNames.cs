using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ResultsGrid.Grains.Downloads.Logs;

namespace ResultsGrid.Storage.Azure.Downloads;

/// <summary>Names in the container: <c>log id/00000001</c> and on are a log's blobs, <c>ended/log id</c> stands a while for one that is folded and gone.</summary>
internal static partial class LogNames
{
    /// <summary>
    /// So long grains keep their places in logs that a look through the container may have missed: begun since, or ended
    /// with a batch still on its way. Calls end within seconds; clocks differ by less than the quarter of an hour past which
    /// the storage refuses a request.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const int RandomBits = 30;
    private const string Ended = "ended/";

    /// <summary>A new log's id: the second of its beginning and random bits, so that ids sort by age and none comes twice.</summary>
    public static ulong NewLog(DateTimeOffset now) => ((ulong)now.ToUnixTimeSeconds() << RandomBits) | (uint)RandomNumberGenerator.GetInt32(1 << RandomBits);

    /// <summary>No log that is begun from now on has an id that sorts before this.</summary>
    public static string NewerThan(DateTimeOffset now) => LedgerStretch.LogId((ulong)(now - Grace).ToUnixTimeSeconds() << RandomBits);

    public static string BlobOf(string log, int number) => $"{FolderOf(log)}{number.ToString("00000000", CultureInfo.InvariantCulture)}";

    public static string FolderOf(string log) => log + "/";

    public static string EndOf(string log) => Ended + log;

    /// <summary>The lease of a log's writer: by its name a survivor can end this lease and no other.</summary>
    public static string LeaseOf(string log) => Guid.ParseExact(log + log, "N").ToString();

    /// <returns>The log and the number of its blob; null if the name is none of these.</returns>
    public static (string Log, int Number)? Blob(string name)
        => BlobName().Match(name) is { Success: true } found ? (found.Groups[1].Value, int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture)) : null;

    /// <returns>The log that ended; null if the name is no such.</returns>
    public static string? EndedLog(string name) => name.StartsWith(Ended, StringComparison.Ordinal) ? name[Ended.Length..] : null;

    [GeneratedRegex(@"\A([0-9a-f]{16})/([0-9]{8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex BlobName();
}
