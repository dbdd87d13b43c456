using System.Buffers.Binary;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.HotPath;

/// <summary>The wrong caller for a secret is somebody else's results: digests that differ anywhere are told apart, wherever they point.</summary>
public sealed class ShelfAccessTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1_000)]
    public void The_holder_of_every_key_is_found_and_nobody_else(int count)
    {
        var access = Access(Enumerable.Range(0, count).Select(number => ContentHash.Of(BitConverter.GetBytes(number))));
        Assert.Equal(Enumerable.Range(0, count).Select(Id), Enumerable.Range(0, count).Select(number => Find(access, ContentHash.Of(BitConverter.GetBytes(number)))));
        Assert.All(Enumerable.Range(count, 1_000), number => Assert.Null(Find(access, ContentHash.Of(BitConverter.GetBytes(number)))));
    }

    [Fact]
    public void Keys_whose_digests_point_to_one_place_are_told_apart_also_behind_the_last_place()
    {
        // A digest points by its first four bytes; these all to the last place, whatever their number.
        var digests = Enumerable.Range(0, 5).Select(number => Digest(uint.MaxValue, number)).ToList();
        var access = Access(digests);
        Assert.Equal(digests.Select((_, number) => Id(number)), digests.Select(digest => Find(access, digest)));
        Assert.Null(Find(access, Digest(uint.MaxValue, 5)));
        Assert.Null(Find(access, Digest(0, 0)));
    }

    private static ContentHash Digest(uint first, int last)
    {
        var digest = new byte[32];
        BinaryPrimitives.WriteUInt32LittleEndian(digest, first);
        BinaryPrimitives.WriteInt32LittleEndian(digest.AsSpan(^4), last);
        return ContentHash.OfDigest(digest);
    }

    private static ShelfAccess Access(IEnumerable<ContentHash> secrets)
        => new(Shelf.Board, [], [.. secrets.Select((secret, number) => new AccessKey($"{number}", "A system", Role.BoardOperator, secret, DateTimeOffset.UnixEpoch))], []);

    private static string Id(int number) => $"board.key.{number}";

    private static string? Find(ShelfAccess access, ContentHash secret) => access.Find(SecretDigest.Of(secret), DateTimeOffset.UnixEpoch)?.Id;
}
