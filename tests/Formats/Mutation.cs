using FsCheck;
using FsCheck.Fluent;

namespace ResultsGrid.Tests.Formats;

/// <summary>A valid file with one to four bytes changed, taken out, put in, or a stretch repeated.</summary>
internal static class Mutation
{
    public static Arbitrary<byte[]> Of(byte[] valid) => (
        from count in Gen.Choose(1, 4)
        from changes in Gen.ArrayOf(Change, count)
        select changes.Aggregate(valid, (bytes, change) => change(bytes))).ToArbitrary();

    private static Gen<Func<byte[], byte[]>> Change =>
        from kind in Gen.Choose(0, 3)
        from place in Gen.Choose(0, int.MaxValue - 1)
        from length in Gen.Choose(1, 130)
        from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Choose(' ', '~'), Gen.Choose('0', '9'))
        select new Func<byte[], byte[]>(bytes =>
        {
            if (bytes.Length == 0) return bytes;
            var at = place % bytes.Length;
            var end = Math.Min(at + length, bytes.Length);
            return kind switch
            {
                0 => [.. bytes[..at], (byte)value, .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], (byte)value, .. bytes[at..]],
                _ => [.. bytes[..end], .. bytes[at..]],
            };
        });
}
