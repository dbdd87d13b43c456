using ResultsGrid.Rehearsal.Chance;

namespace ResultsGrid.Rehearsal.Centres;

/// <summary>How many candidates each centre has: a few large centres and a long tail of small ones.</summary>
/// <remarks>Log-normal is an assumption: the boards publish no distribution (domain 7.1).</remarks>
internal static class CentreSizes
{
    /// <summary>Standard deviation of the logarithm: the largest of 5,000 centres is about twenty times the median.</summary>
    private const double Deviation = 0.9;

    /// <returns>One size a centre, at least 1, exactly <paramref name="candidates"/> together.</returns>
    public static int[] Draw(int centres, int candidates, int seed)
    {
        var weights = new double[centres];
        for (var place = 0; place < centres; place++)
        {
            var dice = Dice.For(seed, CentreRegister.Number(place), 2);
            weights[place] = Exponential(Deviation * dice.Normal());
        }

        var total = weights.Sum();
        var sizes = new int[centres];
        for (var place = 0; place < centres; place++)
            sizes[place] = Math.Min(RehearsalPlan.MaxCandidatesOfACentre, 1 + (int)((candidates - centres) * (weights[place] / total)));
        HandOut(sizes, candidates - sizes.Sum());
        return sizes;
    }

    // What rounding and full centres leave over, one candidate a centre in turn.
    private static void HandOut(int[] sizes, int left)
    {
        while (left > 0)
        {
            for (var place = 0; place < sizes.Length && left > 0; place++)
            {
                if (sizes[place] == RehearsalPlan.MaxCandidatesOfACentre) continue;
                sizes[place]++;
                left--;
            }
        }
    }

    // By multiplication alone: a processor's own exp may differ in the last bit, and a size with it.
    private static double Exponential(double power)
    {
        const int halvings = 20;
        var value = 1 + power / (1 << halvings);
        for (var time = 0; time < halvings; time++) value *= value;
        return value;
    }
}
