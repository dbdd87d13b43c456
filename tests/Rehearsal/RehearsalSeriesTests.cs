using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Rehearsal;

public class RehearsalSeriesTests
{
    [Fact]
    public void The_same_plan_gives_the_same_bytes()
        => Assert.Equal(Rehearsed.Zip(Rehearsed.Plan()), Rehearsed.Zip(Rehearsed.Plan()));

    [Fact]
    public void Another_seed_gives_other_marks()
    {
        using var one = Rehearsed.Package(Rehearsed.Plan(seed: 1));
        using var two = Rehearsed.Package(Rehearsed.Plan(seed: 2));
        Assert.NotEqual(Lines(one, "marks.csv"), Lines(two, "marks.csv"));

        static string[] Lines(System.IO.Compression.ZipArchive package, string file)
            => [.. Rows.Of(package, file).Select(row => string.Join(',', row.Values))];
    }

    [Fact]
    public void It_can_be_written_to_a_stream_that_only_goes_forward()
    {
        using var forward = new ForwardOnly();
        RehearsalSeries.Write(forward, Rehearsed.Plan(candidates: 50));
        Assert.True(forward.Written > 0);
    }

    [Theory]
    [InlineData(0, 10, "Centres")]
    [InlineData(90_001, 100_000, "Centres")]
    [InlineData(10, 9, "Candidates")]
    [InlineData(2, 20_000, "Candidates")]
    public void An_impossible_plan_is_refused_by_name(int centres, int candidates, string figure)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Rehearsed.Zip(Rehearsed.Plan(centres: centres, candidates: candidates)));
        Assert.StartsWith(figure, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Invented_data_without_a_notice_is_refused()
        => Assert.Throws<ArgumentException>(() => Rehearsed.Zip(Rehearsed.Plan() with { Notice = " " }));

    private sealed class ForwardOnly : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Written += count;
    }
}
