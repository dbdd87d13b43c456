using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>Writes the way back from a font's codes to text, so that a document can be searched, copied and heard.</summary>
internal static class ToUnicodeMap
{
    /// <summary>The format allows a block no more.</summary>
    private const int EntriesInBlock = 100;

    /// <param name="letters">The n-th has code n + 1.</param>
    public static byte[] Write(IReadOnlyList<string> letters)
    {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var block in Ranges(letters).Chunk(EntriesInBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfrange\n").AppendJoin('\n', block).Append("\nendbfrange\n");
        }

        return Encoding.ASCII.GetBytes(map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString());
    }

    private static IEnumerable<string> Ranges(IReadOnlyList<string> letters)
    {
        for (var first = 0; first < letters.Count;)
        {
            var last = first;
            while (last + 1 < letters.Count && Follows(letters[last], letters[last + 1], last + 2)) last++;
            yield return $"<{first + 1:X4}><{last + 1:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letters[first]))}>";
            first = last + 1;
        }
    }

    // Within a range only the last byte may count up, of the code and of the letter.
    private static bool Follows(string letter, string next, int nextCode)
        => letter.Length == 1 && next.Length == 1 && next[0] == letter[0] + 1 && next[0] % 256 != 0 && nextCode % 256 != 0;
}
