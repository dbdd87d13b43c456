using System.Globalization;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>Valid UCIs and ULNs, unique within a series.</summary>
internal static class InventedIdentifiers
{
    private const long UlnBodies = 1_000_000_000;

    /// <summary>3^18: shares no factor with 10^9, so different candidates get different bodies.</summary>
    private const long UlnStep = 387_420_489;

    public static string Uci(int centre, int registrationYear, int serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{centre:00000}0{registrationYear % 100:00}{serial:0000}");
        return body + Exchange.Identifiers.Uci.CheckCharacter(body);
    }

    /// <returns>Blank for the one in eleven whose digits have no valid check digit.</returns>
    public static string Uln(int centre, int serial)
    {
        var place = (centre - 10_000L) * RehearsalPlan.MaxCandidatesOfACentre + serial - 1;
        var body = (place * UlnStep % UlnBodies).ToString("000000000", CultureInfo.InvariantCulture);
        return Exchange.Identifiers.Uln.CheckDigit(body) is { } digit ? string.Create(CultureInfo.InvariantCulture, $"{body}{digit}") : "";
    }
}
