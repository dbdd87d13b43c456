using ResultsGrid.Rehearsal.Chance;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>How often things go out of the ordinary, for each subject that a candidate takes.</summary>
/// <remarks>Assumed, except that absences come to about 1.5 % of all marks.</remarks>
internal static class IrregularityRates
{
    /// <summary>A candidate whose two UCIs are not merged.</summary>
    public const double TwoUcis = 0.002;

    /// <summary>A name that troubles careless software, in a mixed series.</summary>
    public const double TroublesomeName = 0.01;

    /// <summary>How much more often in a mixed series, where tests look for them.</summary>
    public const int MixedFactor = 5;

    private static readonly (Irregularity Kind, double Rate)[] Rare =
    [
        (Irregularity.Unprepared, 0.010),
        (Irregularity.AbsentOnce, 0.030),
        (Irregularity.AbsentThroughout, 0.003),
        (Irregularity.PartlyAbsent, 0.006),
        (Irregularity.Pending, 0.003),
        (Irregularity.MarkMissing, 0.001),
        (Irregularity.NoResult, 0.002),
        (Irregularity.Allowance, 0.006),
        (Irregularity.AbsentUnitGraded, 0.003),
        (Irregularity.UnitMissing, 0.003),
        (Irregularity.TerminalRuleBroken, 0.003),
        (Irregularity.NotCertified, 0.020),
    ];

    public static Irregularity Draw(ref Dice dice, bool isMixed)
    {
        var share = dice.Share() / (isMixed ? MixedFactor : 1);
        foreach (var (kind, rate) in Rare)
        {
            if (share < rate) return kind;
            share -= rate;
        }

        return Irregularity.None;
    }
}
