using System.Text;
using ResultsGrid.Storage.Azure.Epochs;

namespace ResultsGrid.Tests.Epochs;

public sealed class EpochRecordTests
{
    private static readonly EpochRecord Log = EpochRecord.New("0123456789abcdef").With([Of(1), Of(2), Of(3)], unnamed: 0);

    [Fact]
    public void A_reader_gets_what_it_has_not_read()
    {
        Assert.Equal(4, Log.Epoch);
        Assert.Equal([Of(1), Of(2), Of(3)], Log.Since(1)!);
        Assert.Equal([Of(3)], Log.Since(3)!);
        Assert.Empty(Log.Since(4)!);
    }

    [Fact]
    public void A_reader_whom_announcements_fell_out_before_has_missed_some()
    {
        var full = Log.With([.. Enumerable.Range(4, EpochRecord.MaxAnnouncements).Select(Of)], unnamed: 0);
        Assert.Equal(EpochRecord.MaxAnnouncements, full.Announcements.Length);
        Assert.Null(full.Since(Log.Epoch - 1));
        Assert.Equal(EpochRecord.MaxAnnouncements, full.Since(Log.Epoch)!.Count);
    }

    [Fact]
    public void Whoever_has_not_read_past_announcements_without_a_name_has_missed_some()
    {
        var next = Log.With([Of(9)], unnamed: 1);
        Assert.Equal(Log.Epoch + 2, next.Epoch);
        Assert.Null(next.Since(Log.Epoch));
        Assert.Equal([Of(9)], next.Since(Log.Epoch + 1)!);
    }

    [Fact]
    public void What_is_written_is_read()
    {
        var full = Log.With([.. Enumerable.Range(0, EpochRecord.MaxAnnouncements).Select(number => new Announcement(new string('<', EpochRecord.MaxTextChars), new string('é', EpochRecord.MaxTextChars), $"{number}".PadLeft(EpochRecord.MaxTextChars, '"')))], 0);
        foreach (var record in new[] { EpochRecord.New("0123456789abcdef"), Log, full })
        {
            var bytes = EpochFormat.Write(record);
            Assert.InRange(bytes.Length, 1, EpochFormat.MaxBytes);
            var read = EpochFormat.Read(bytes);
            Assert.Equal((record.Identity, record.Epoch), (read.Identity, read.Epoch));
            Assert.Equal(record.Announcements.AsEnumerable(), read.Announcements);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("Summary of results")]
    [InlineData("{}")]
    [InlineData("""{"format":"ResultsGrid epochs 2","identity":"a","epoch":1,"announcements":[]}""")]
    [InlineData("""{"format":"ResultsGrid epochs 1","identity":"","epoch":1,"announcements":[]}""")]
    [InlineData("""{"format":"ResultsGrid epochs 1","identity":"a","epoch":0,"announcements":[]}""")]
    [InlineData("""{"format":"ResultsGrid epochs 1","identity":"a","epoch":1,"announcements":[{"node":"n","state":"s","key":"k"}]}""")]
    [InlineData("""{"format":"ResultsGrid epochs 1","identity":"a","epoch":2,"announcements":[{"node":"n","state":"s","key":null}]}""")]
    [InlineData("""{"format":"ResultsGrid epochs 1","identity":"a","epoch":1,"announcements":[],"more":1}""")]
    [InlineData("""{"format":"ResultsGrid epochs 1","identity":"a","epoch":1,"announ""")]
    public void What_is_no_epoch_log_is_said_to_be_none(string text)
    {
        var fault = Assert.Throws<InvalidDataException>(() => EpochFormat.Read(Encoding.UTF8.GetBytes(text)));
        Assert.Contains("Delete it", fault.Message, StringComparison.Ordinal);
    }

    private static Announcement Of(int number) => new("a-node", "ResultsState", $"6B26/{number}");
}
