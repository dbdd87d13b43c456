using System.Text;
using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>What can be wrong with a table as such: its columns, its encoding, its quotes, its size.</summary>
public sealed class TableFaultTests
{
    [Theory]
    [InlineData("centre_number,names", "names", "is no column of this file")]
    [InlineData("centre_number,names", "name", "is missing")]
    [InlineData("centre_number", "name", "is missing")]
    [InlineData("centre_number,name,name", "name", "is named twice")]
    [InlineData("Centre_Number,name", "Centre_Number", "is no column of this file")]
    public void A_wrong_header_is_named(string header, string column, string reason)
        => new SamplePackage().WithLine("centres.csv", 1, header).Read().ShouldAlsoName("centres.csv", 1, column, null, reason);

    [Fact]
    public void A_header_of_thousands_of_columns_is_named_once_by_their_number()
        => new SamplePackage().WithLine("centres.csv", 1, new string(',', 5_000)).Read()
            .ShouldAlsoName("centres.csv", 1, null, null, "has 5001 columns instead of 2");

    [Fact]
    public void An_empty_file_is_named()
        => SamplePackage.Read(With("centres.csv", [])).ShouldName("centres.csv", null, null, null, "is empty");

    [Theory]
    [InlineData("10102,Southtown College,extra", "has 3 fields; the header has 2")]
    [InlineData("10102", "has 1 fields; the header has 2")]
    [InlineData("10102,\"Southtown\" College", "text after a closing quote")]
    [InlineData("10102,South\"town", "a quote inside a field that is not quoted")]
    [InlineData("10102,\"Southtown", "a quoted field that is not closed on its line")]
    [InlineData("10102,South\0town", "has a NUL byte")]
    public void A_line_that_is_no_row_is_named(string line, string reason)
        => new SamplePackage().WithLine("centres.csv", 3, line).Read()
            .ShouldName("centres.csv", 3, null, line.Replace("\0", "[U+0000]", StringComparison.Ordinal), reason);

    [Fact]
    public void A_quote_that_is_never_closed_spoils_its_own_line_only()
    {
        var faults = new SamplePackage()
            .WithLine("centres.csv", 2, "10101,\"Northtown")
            .Plus("centres.csv", "10103,Three", "1010X,Four").Read().ShouldBeRefused();

        Assert.Equal([2, 5], faults.Select(fault => fault.Line!.Value));
    }

    [Fact]
    public void Lines_are_counted_through_blank_lines()
        => new SamplePackage().Plus("centres.csv", "", "", "1010X,Three").Read().ShouldAlsoName("centres.csv", 6, "centre_number", "1010X", "five digits");

    [Fact]
    public void A_field_of_more_than_its_bound_is_named()
        => new SamplePackage().WithCell("centres.csv", 2, "name", new string('x', PackageLimits.MaxFieldBytes + 1)).Read()
            .ShouldAlsoName("centres.csv", 2, "name", new string('x', PackageLimits.MaxShownCharacters) + "…", "has 4097 bytes; 4096 are the most");

    [Fact]
    public void A_line_of_more_than_its_bound_is_named()
        => new SamplePackage().WithLine("centres.csv", 3, "10102," + string.Concat(Enumerable.Range(0, 20_000))).Read()
            .ShouldAlsoName("centres.csv", 3, null, null, "is longer than 65536 bytes");

    [Theory]
    [InlineData("centres.csv")]
    [InlineData("marks.csv")]
    public void A_file_in_utf16_is_named(string file)
    {
        var text = Encoding.UTF8.GetString(new SamplePackage().ToBytes()[file]);

        SamplePackage.Read(With(file, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)])).ShouldName(file, null, null, null, "is not UTF-8");
        SamplePackage.Read(With(file, [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)])).ShouldName(file, null, null, null, "is not UTF-8");
        var unmarked = Assert.Single(SamplePackage.Read(With(file, Encoding.Unicode.GetBytes(text))).ShouldBeRefused());
        Assert.Equal((file, 1, "has a NUL byte: the file must be UTF-8 text"), (unmarked.File, unmarked.Line, unmarked.Reason));
    }

    [Fact]
    public void A_schedule_in_utf16_is_named()
        => SamplePackage.Read(With("series.json", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")]))
            .ShouldName("series.json", null, null, null, "is not UTF-8");

    [Fact]
    public void A_line_that_is_not_valid_utf8_is_named()
    {
        var latin1 = Encoding.Latin1.GetBytes("centre_number,name\n10101,Northtown\n10102,Señor\n");

        SamplePackage.Read(With("centres.csv", latin1)).ShouldName("centres.csv", 3, null, "10102,Se\uFFFDor", "is not valid UTF-8");
    }

    [Fact]
    public void A_missing_and_an_unknown_file_are_named()
    {
        var faults = new SamplePackage().Without("marks.csv").WithFile("Marks.csv", "x").Read().ShouldBeRefused();

        Assert.Equal([("marks.csv", "is missing from the package"), ("Marks.csv", "is no file of a series package")], faults.Select(fault => (fault.File, fault.Reason)));
    }

    [Fact]
    public void Faults_come_in_file_and_line_order_wherever_they_were_found()
    {
        var faults = new SamplePackage()
            .WithCell("marks.csv", 3, "status", "x").WithCell("marks.csv", 2, "status", "x")
            .WithCell("assessments.csv", 3, "kind", "x").WithCell("qualifications.csv", 2, "family", "x").WithLine("series.json", 2, "\"series\": \"x\",")
            .Read().ShouldBeRefused();

        Assert.Equal(
            ["series.json 2", "qualifications.csv 2", "assessments.csv 3", "marks.csv 2", "marks.csv 3"],
            faults.Select(fault => $"{fault.File} {fault.Line}"));
    }

    [Fact]
    public void Only_the_first_thousand_faults_are_named_and_the_rest_is_said_to_be_there()
    {
        var sample = new SamplePackage().WithCell("qualifications.csv", 2, "family", "x").Without("special-consideration.csv")
            .Changed("centres.csv", lines => lines.Concat(Enumerable.Range(20_000, 1_500).Select(number => $"{number},")));

        var refused = Assert.IsType<SeriesReading.Refused>(sample.Read());

        Assert.Equal((SeriesReading.MaxFaults, true), (refused.Faults.Count, refused.HasMore));
        Assert.Equal("qualifications.csv", refused.Faults[0].File);
        Assert.Equal(Enumerable.Range(4, 999), refused.Faults.Skip(1).Select(fault => fault.Line!.Value));
    }

    private static Dictionary<string, byte[]> With(string file, byte[] bytes)
    {
        var files = new SamplePackage().ToBytes();
        files[file] = bytes;
        return files;
    }
}
