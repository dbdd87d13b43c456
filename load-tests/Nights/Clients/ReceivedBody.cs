using System.IO.Compression;
using System.Security.Cryptography;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.LoadTests.Nights.Findings;

namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>A document as it came, whole.</summary>
/// <param name="Hash">SHA-256 of the bytes as sent.</param>
/// <param name="Content">The bytes as sent, where they were kept.</param>
public sealed record ReceivedBody(string? Encoding, string? ETag, string Hash, long Bytes, byte[]? Content)
{
    /// <summary>The ETag is the hash of the form sent, and the list has the hash of the plain form.</summary>
    public void Check(ListedFile file, CentreNumber centre, string? accepted, string where, NightFindings findings, SeenBodies bodies)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(bodies);
        findings.Equal($"bytes of the ETag {ETag}", $"bytes of the ETag {Hash}", Findings.Check.EveryByte, where);
        bodies.See(Hash, centre, where, findings);
        if (Encoding is null) findings.Equal($"{file.Bytes} bytes {file.Sha256}", $"{Bytes} bytes {Hash}", Findings.Check.EveryByte, where);
        else if (findings.Expect(accepted?.Split(", ").Contains(Encoding) == true, Findings.Check.EveryByte, where, $"one of the encodings: {accepted ?? "none"}", Encoding) && Content is not null)
            findings.Equal(file.Sha256, PlainHash(), Findings.Check.EveryByte, $"{where}, decompressed from {Encoding}");
    }

    private string PlainHash()
    {
        try
        {
            using var sent = new MemoryStream(Content!);
            using Stream plain = Encoding == "br" ? new BrotliStream(sent, CompressionMode.Decompress) : new GZipStream(sent, CompressionMode.Decompress);
            return Convert.ToHexStringLower(SHA256.HashData(plain));
        }
        catch (Exception damaged) when (damaged is InvalidDataException or InvalidOperationException)
        {
            return $"no {Encoding}: {damaged.Message}";
        }
    }
}
