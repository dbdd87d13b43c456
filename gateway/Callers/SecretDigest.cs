using System.Buffers.Binary;
using System.Security.Cryptography;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Callers;

/// <summary>The SHA-256 of a secret as it is looked up: 32 bytes in one piece, where its hexadecimal digits would lie somewhere else in memory.</summary>
public readonly record struct SecretDigest(UInt128 First, UInt128 Second)
{
    /// <param name="hash">32 bytes.</param>
    public static SecretDigest Of(ReadOnlySpan<byte> hash)
        => new(BinaryPrimitives.ReadUInt128LittleEndian(hash), BinaryPrimitives.ReadUInt128LittleEndian(hash[(SHA256.HashSizeInBytes / 2)..]));

    public static SecretDigest Of(ContentHash hash) => Of(Convert.FromHexString(hash.ToString()));

    /// <summary>Any part of it is as good as all: only hashes of random secrets are kept.</summary>
    public override int GetHashCode() => (int)First;
}
