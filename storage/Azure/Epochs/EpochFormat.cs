using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>The one written form of the log: JSON, so that an operator can read it.</summary>
public static class EpochFormat
{
    public const string Version = "ResultsGrid epochs 1";

    /// <summary>All announcements at their longest, with every character escaped, take less.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static byte[] Write(EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return JsonSerializer.SerializeToUtf8Bytes(new Written(Version, record.Identity, record.Epoch, record.Announcements), Json);
    }

    /// <exception cref="InvalidDataException">The bytes are no epoch log of this version; the message says why.</exception>
    public static EpochRecord Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var written = JsonSerializer.Deserialize<Written>(bytes, Json) ?? throw new JsonException("it is null");
            if (written.Format != Version) throw new JsonException($"its format is '{written.Format}' and not '{Version}'");
            if (written.Identity.Length is 0 or > EpochRecord.MaxTextChars) throw new JsonException("its identity is empty or too long");
            if (written.Announcements.IsDefault || written.Announcements.Length > EpochRecord.MaxAnnouncements) throw new JsonException("it has no announcements, or too many");
            if (written.Epoch <= written.Announcements.Length) throw new JsonException($"epoch {written.Epoch} is less than its {written.Announcements.Length} announcements make");
            return new EpochRecord(written.Identity, written.Epoch, written.Announcements);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"The epoch log can't be read: {fault.Message}. No gateway answers while it is like this. Delete it, and the nodes begin a new one.", fault);
        }
    }

    private sealed record Written(string Format, string Identity, long Epoch, ImmutableArray<Announcement> Announcements);
}
