using System.Security.Cryptography;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Xml;

/// <summary>A centre's results as XML with component marks, valid against docs/results.xsd. A format of our own.</summary>
public static class XmlResultsFile
{
    private const string AwardingBody = Edi.EdiLayout.AwardingBody;

    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static XmlDocumentFile Write(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return Write(XmlResults.Of(results, AwardingBody));
    }

    /// <summary>The same results always give the same bytes, and so the same name.</summary>
    public static XmlDocumentFile Write(XmlResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var bytes = ResultsWriter.Write(results);
        return new XmlDocumentFile(FileNameOf(results.Centre, results.AwardingBody, bytes), bytes);
    }

    /// <summary><c>a2c.CCCCC.AB.EDIResults.GUID.xml</c> (domain 2), the GUID made of the content.</summary>
    public static string FileNameOf(CentreNumber centre, string awardingBody, ReadOnlySpan<byte> bytes)
        => $"a2c.{centre}.{awardingBody}.EDIResults.{GuidOf(bytes)}.xml";

    /// <summary>The first 16 bytes of the content's SHA-256 as a GUID of version 8 (RFC 9562: made in a way of our own).</summary>
    public static Guid GuidOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
