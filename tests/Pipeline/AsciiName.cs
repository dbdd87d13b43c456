namespace ResultsGrid.Tests.Pipeline;

/// <summary>A name as the results file carries it: capitals of ASCII, 40 at most, the colon always there.</summary>
internal static class AsciiName
{
    private const int MaxLength = 40;

    // The letters that invented names have; one that is missing here fails a test, and is added.
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['Ø'] = "O",
        ['Ä'] = "A",
        ['Á'] = "A",
        ['Â'] = "A",
        ['Ç'] = "C",
        ['Ë'] = "E",
        ['É'] = "E",
        ['Ł'] = "L",
        ['Ü'] = "U",
        ['Ğ'] = "G",
        ['Ö'] = "O",
        ['Š'] = "S",
        ['Ñ'] = "N",
        ['Æ'] = "AE",
        ['Ó'] = "O",
        ['Ŵ'] = "W",
    };

    public static string Of(string familyName, string forenames)
    {
        var name = $"{familyName[..Math.Min(familyName.Length, MaxLength - 1)]}: {forenames}".TrimEnd();
        var plain = string.Concat(name.ToUpperInvariant().Select(letter => Plain.GetValueOrDefault(letter, $"{letter}")));
        return (plain.Length <= MaxLength ? plain : plain[..MaxLength]).TrimEnd();
    }
}
