using System.Collections.Frozen;
using System.Text;

namespace ResultsGrid.Exchange.Edi;

/// <summary>Text as exchange files carry it: printable ASCII. Diacritics are not carried (domain 1.5), so É becomes E.</summary>
/// <remarks>
/// The table is our own and not Unicode decomposition, so that a file's bytes don't depend on the Unicode data of the machine.
/// </remarks>
public static class AsciiText
{
    /// <summary>Stands for a character that has no Latin letter to fall back on.</summary>
    public const char Unknown = '?';

    private static readonly FrozenDictionary<int, string> Capitals = new Dictionary<string, string>
    {
        ["A"] = "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦȺḀẠẢẤẦẨẪẬẮẰẲẴẶ",
        ["B"] = "ḂḄḆɃ",
        ["C"] = "ÇĆĈĊČḈȻ",
        ["D"] = "ĎĐÐḊḌḎḐḒ",
        ["E"] = "ÈÉÊËĒĔĖĘĚƏȄȆȨɆḔḖḘḚḜẸẺẼẾỀỂỄỆ",
        ["F"] = "Ḟ",
        ["G"] = "ĜĞĠĢǤǦǴḠ",
        ["H"] = "ĤĦȞḢḤḦḨḪẖ",
        ["I"] = "ÌÍÎÏĨĪĬĮİıƗǏȈȊḬḮỈỊ",
        ["J"] = "ĴɈǰ",
        ["K"] = "ĶǨḰḲḴ",
        ["L"] = "ĹĻĽĿŁȽḶḸḺḼ",
        ["M"] = "ḾṀṂ",
        ["N"] = "ÑŃŅŇŊǸṄṆṈṊ",
        ["O"] = "ÒÓÔÕÖØŌŎŐƠǑǪǬǾȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ",
        ["P"] = "ṔṖ",
        ["R"] = "ŔŖŘȐȒɌṘṚṜṞ",
        ["S"] = "ŚŜŞŠȘṠṢṤṦṨ",
        ["T"] = "ŢŤŦȚȾṪṬṮṰẗ",
        ["U"] = "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖɄṲṴṶṸṺỤỦỨỪỬỮỰ",
        ["V"] = "ṼṾ",
        ["W"] = "ŴẀẂẄẆẈẘ",
        ["X"] = "ẊẌ",
        ["Y"] = "ÝŶŸȲɎẎẙỲỴỶỸ",
        ["Z"] = "ŹŻŽƵẐẒẔ",
        ["AE"] = "ÆǢǼ",
        ["OE"] = "Œ",
        ["SS"] = "ßẞ",
        ["TH"] = "Þ",
        ["IJ"] = "Ĳ",
        ["'"] = "‘’ʼʻ`´",
        ["-"] = "‐‑‒–—",
    }.SelectMany(pair => pair.Value.EnumerateRunes(), (pair, letter) => (letter.Value, pair.Key)).ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The text in capitals and printable ASCII; runs of anything blank become one space, none at either end.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) Append(folded, Rune.ToUpperInvariant(rune));
        return folded.ToString().TrimEnd();
    }

    private static void Append(StringBuilder folded, Rune capital)
    {
        if (IsCombiningMark(capital)) return;
        if (Rune.IsWhiteSpace(capital) || Rune.IsControl(capital))
        {
            if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        else if (Capitals.TryGetValue(capital.Value, out var letters)) folded.Append(letters);
        else folded.Append(capital.IsAscii ? (char)capital.Value : Unknown);
    }

    private static bool IsCombiningMark(Rune rune) => rune.Value is >= 0x0300 and <= 0x036F;
}
