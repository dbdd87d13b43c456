namespace ResultsGrid.Rehearsal.Centres;

/// <summary>The centres of one rehearsed series, in centre-number order.</summary>
internal static class CentreRoll
{
    public static IReadOnlyList<Centre> Of(RehearsalPlan plan)
    {
        var sizes = CentreSizes.Draw(plan.Centres, plan.Candidates, plan.Seed);
        return [.. sizes
            .Select((size, place) => Enrol(CentreRegister.Number(place), size))
            .OrderBy(centre => centre.Number)];
    }

    private static Centre Enrol(int number, int size)
        => new(number, CentreRegister.Name(number), size, CentreRegister.KeyStage4Share(number));
}
