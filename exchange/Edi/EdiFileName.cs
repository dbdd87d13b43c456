using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Edi;

/// <summary>The name of an exchange file, <c>dcccccbb.Xnn</c> (domain 1.2): data type, centre, awarding body, last two digits of the sequence.</summary>
public sealed partial record EdiFileName(CentreNumber Centre, string AwardingBody, int LastTwoDigits)
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "the name of a results file: R, five digits of the centre, two of the awarding body, .X, two of the sequence number";

    /// <summary>The data type letter of results.</summary>
    private const char Results = 'R';

    public static EdiFileName Of(EdiHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new EdiFileName(header.Centre, header.AwardingBody, header.Sequence % 100);
    }

    /// <summary>Names are not case sensitive.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EdiFileName? name)
    {
        var match = Pattern().Match(text ?? "");
        name = match.Success
            ? new EdiFileName(CentreNumber.Parse(match.Groups[1].Value), match.Groups[2].Value, int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture))
            : null;
        return match.Success;
    }

    public override string ToString() => $"{Results}{Centre}{AwardingBody}.X{LastTwoDigits:00}";

    [GeneratedRegex(@"\A[Rr]([0-9]{5})([0-9]{2})\.[Xx]([0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
