using ResultsGrid.Exchange.Edi;
using ResultsGrid.Tests.Architecture;

namespace ResultsGrid.Tests.Formats;

public sealed class AsciiTextTests
{
    public static TheoryData<char, string> DecomposedLetters
    {
        get
        {
            var data = new TheoryData<char, string>();
            foreach (var line in File.ReadLines(Path.Combine(SourceTree.Tests, "Formats", "Letters", "decomposed.txt")).Where(line => line[0] != '#')) data.Add(line[0], line[2..]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(DecomposedLetters))]
    public void A_letter_loses_its_marks_as_Unicode_takes_them_off(char capital, string letters)
        => Assert.All(letters, letter => Assert.Equal($"{capital}", AsciiText.Fold($"{letter}")));

    [Theory]
    [InlineData("Ƀƀ", "BB")]
    [InlineData("ȻĐÐđð", "CDDDD")]
    [InlineData("ƏɆǤǥĦħ", "EEGGHH")]
    [InlineData("ıƗɈĿŀŁłȽ", "IIJLLLLL")]
    [InlineData("ŊŋØøǾǿɌ", "NNOOOOR")]
    [InlineData("ŦŧȾɄɎƵƶ", "TTTUYZZ")]
    [InlineData("ÆæǢǣǼǽ", "AEAEAEAEAEAE")]
    [InlineData("ŒœßẞÞþĲĳ", "OEOESSSSTHTHIJIJ")]
    [InlineData("‘’ʼʻ`´", "''''''")]
    [InlineData("‐‑‒–—", "-----")]
    public void A_letter_that_has_no_marks_to_lose_is_written_as_names_are(string text, string expected)
        => Assert.Equal(expected, AsciiText.Fold(text));

    [Theory]
    [InlineData("a\u0300b\u036Fc", "ABC")]
    [InlineData("a\u02FFb\u0370c", "A?B?C")]
    [InlineData(" a  \t\r\nb\u0000\u00A0c ", "A B C")]
    [InlineData("~ !", "~ !")]
    [InlineData("", "")]
    [InlineData(" \t ", "")]
    public void Marks_are_dropped_blanks_are_one_space_and_what_is_left_over_is_a_question_mark(string text, string expected)
        => Assert.Equal(expected, AsciiText.Fold(text));

    [Fact]
    public void Printable_ASCII_stays_as_it_is_in_capitals()
    {
        var printable = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)).Replace('`', '\'');
        Assert.Equal(printable.ToUpperInvariant(), AsciiText.Fold(printable));
    }
}
