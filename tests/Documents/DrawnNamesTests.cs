using System.Globalization;
using System.Xml.Linq;
using ResultsGrid.Exchange.Fonts;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Tests.Architecture;
using static ResultsGrid.Tests.Documents.CentreBuilder;

namespace ResultsGrid.Tests.Documents;

/// <summary>A name is drawn as it is written: the ink of statements, held against the ink of another program that draws the same text.</summary>
public sealed class DrawnNamesTests
{
    private const string Atkinson = "Atkinson Hyperlegible";
    private const string Noto = "Noto Sans";

    private static readonly Dictionary<char, string> Decompositions = ReadDecompositions();

    private const int DotsPerInch = 400;

    /// <summary>The type size of the name on a statement.</summary>
    private const double NamePoints = 14;

    /// <summary>Wider than any gap within a letter.</summary>
    private const string Between = "   ";

    private const int LettersOnLine = 16;

    /// <summary>Columns of paper that lie between two letters at least: three spaces are 11 points.</summary>
    private const int GapBetweenLetters = 40;

    /// <param name="text">The same name for the other program, letters that Atkinson Hyperlegible puts together from base and marks written so.</param>
    [Theory]
    [InlineData("Smith-Jones", "Zoë Siân", "Smith-Jones: Zoë Siân")]
    [InlineData("Nguyễn", "Thị Hồng", "Nguye\u0302\u0303n: Thị Ho\u0302\u0300ng")]
    [InlineData("Żaneta", "Đặng", "Żaneta: Đặng")]
    [InlineData("Щербаков", "Дмитрий", "Щербаков: Дмитрий")]
    [InlineData("Ξενάκης", "Ελένη", "Ξενάκης: Ελένη")]
    [InlineData("Ŵyn", "Tŷ", "Ŵyn: Ty\u0302")]
    public void A_name_has_the_ink_that_another_program_gives_it(string familyName, string forenames, string text)
        => AssertSame(Trimmed(PangoTool.Draw(text, Atkinson, NamePoints)), DrawnName(familyName, forenames).Trimmed(), text);

    /// <summary>Marks that no composed letter has, in the order in which they were typed.</summary>
    [Theory]
    [InlineData("q\u0304\u0301", Noto)]
    [InlineData("i\u0307\u0300", Atkinson)]
    [InlineData("\u025B\u0303\u0301", Noto)]
    [InlineData("r\u0329\u0301", Noto)]
    [InlineData("A\u030A\u0331", Noto)]
    [InlineData("\u0430\u0301", Noto)]
    [InlineData("\u03B1\u0304\u0313\u0301", Noto)]
    [InlineData("x\u0302\u0323", Noto)]
    public void Combining_marks_stand_where_another_program_sets_them(string letter, string family)
        => AssertSame(Trimmed(PangoTool.Draw(letter, family, NamePoints)), DrawnName("o", $" {Between}{letter}").Parts(GapBetweenLetters)[^1], letter);

    public static TheoryData<string, int, int> Alphabets => new()
    {
        { "Latin-1 and Extended-A", 0xC0, 0x17F },
        { "Latin Extended-B", 0x180, 0x24F },
        { "Latin Extended Additional", 0x1E00, 0x1EFF },
        { "Greek", 0x370, 0x3E1 },
        { "Greek Extended", 0x1F00, 0x1FFF },
        { "Cyrillic", 0x400, 0x52F },
    };

    [Theory]
    [MemberData(nameof(Alphabets))]
    public void Every_letter_is_drawn_as_one_of_the_typefaces_has_it(string alphabet, int first, int last)
    {
        var letters = Enumerable.Range(first, last - first + 1).Select(code => ((char)code).ToString()).Where(letter => char.IsLetter(letter[0])).ToList();
        Assert.All(letters, letter => Assert.Null(DrawableText.Refuse(letter)));
        var different = new List<string>();
        Parallel.ForEach(letters.Chunk(LettersOnLine), line =>
        {
            var text = string.Join(Between, line);
            var drawn = DrawnName("o", $" {Between}{text}").Parts(GapBetweenLetters).Skip(1).ToList();
            var (inAtkinson, inNoto) = (Letters(text, Atkinson), Letters(text, Noto));
            Assert.True(drawn.Count == line.Length && inAtkinson.Count == line.Length && inNoto.Count == line.Length, $"{alphabet}: {text}: {drawn.Count} letters drawn, {inAtkinson.Count} and {inNoto.Count} by the other program.");
            for (var index = 0; index < line.Length; index++)
            {
                if (IsSame(inAtkinson[index], drawn[index]) || IsSame(inNoto[index], drawn[index]) || IsPutTogether(line[index], drawn[index])) continue;
                lock (different) different.Add(line[index]);
            }
        });
        Assert.True(different.Count == 0, $"{alphabet}: {different.Count} letters are drawn otherwise: {string.Join(' ', different)}");
    }

    /// <summary>Atkinson Hyperlegible has some letters only as base and marks.</summary>
    private static bool IsPutTogether(string letter, InkImage drawn) => IsSame(Trimmed(PangoTool.Draw(Decomposed(letter), Atkinson, NamePoints)), drawn);

    private static string Decomposed(string letter) => string.Concat(letter.Select(part => Decompositions.TryGetValue(part, out var parts) ? Decomposed(parts) : part.ToString()));

    /// <summary>From the Unicode character database: a letter, and what stands for it in two characters or one.</summary>
    private static Dictionary<char, string> ReadDecompositions()
        => File.ReadLines(Path.Combine(SourceTree.Root, "exchange", "Fonts", "Decompositions.txt"))
            .Select(line => string.Concat(line.Split(' ').Select(code => (char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))))
            .ToDictionary(codes => codes[0], codes => codes[1..]);

    private static List<InkImage> Letters(string text, string family) => [.. PdfTool.Drawn(PangoTool.Draw(text, family, NamePoints), DotsPerInch).Parts(GapBetweenLetters)];

    private static InkImage Trimmed(byte[] pdf) => PdfTool.Drawn(pdf, DotsPerInch).Trimmed();

    /// <summary>The line of a statement between the series and the candidate number.</summary>
    private static InkImage DrawnName(string familyName, string forenames)
    {
        var results = SampleCentre.Specifications().Candidate(7, familyName, forenames, [Award("H401", "B", 281)]).Build();
        var pdf = new CentreStatements(results).Of(results.Candidates[0]);
        var words = XDocument.Parse(PdfTool.Boxes(pdf)).Descendants().Where(element => element.Name.LocalName == "word").ToList();
        var top = Place(words.First(word => word.Value == "6B26"), "yMax");
        return PdfTool.Drawn(pdf, DotsPerInch, top: top, height: Place(words.First(word => word.Value == "Candidate"), "yMin") - top);

        static double Place(XElement word, string edge) => double.Parse(word.Attribute(edge)!.Value, CultureInfo.InvariantCulture);
    }

    private static void AssertSame(InkImage expected, InkImage drawn, string text)
    {
        Assert.False(expected.IsBlank, $"{text}: the other program draws nothing.");
        Assert.True(IsSame(expected, drawn), $"{text}: {drawn.Width} x {drawn.Height} pixels, by the other program {expected.Width} x {expected.Height}; {expected.DifferenceFrom(drawn)} differ.");
    }

    private static bool IsSame(InkImage expected, InkImage drawn)
        => Math.Abs(expected.Width - drawn.Width) <= 2 && Math.Abs(expected.Height - drawn.Height) <= 2 && expected.DifferenceFrom(drawn) == 0;
}
