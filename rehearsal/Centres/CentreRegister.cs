using System.Globalization;
using ResultsGrid.Rehearsal.Chance;

namespace ResultsGrid.Rehearsal.Centres;

/// <summary>The invented centres of every rehearsal: number and name never depend on a seed, so that series can be loaded side by side.</summary>
internal static class CentreRegister
{
    private const int First = 10_000;

    /// <summary>Shares no factor with 90,000, so that stepping by it meets each number once before any twice.</summary>
    private const int Step = 48_271;

    private static readonly string[] Places =
    [
        "Quillford", "Marrowmere", "Thistledene", "Brackenholt", "Larkhollow", "Dunmallow", "Fernwick", "Oxbridle", "Saltmarrow", "Winterbeck",
        "Gorsecombe", "Harrowmead", "Inglethorpe", "Juniper Vale", "Kestrelby", "Lower Wobbling", "Mistley Parva", "Nettleham Cross", "Owlstone", "Plumley Regis",
        "St Quillan's", "Tansy-under-Edge", "Upper Wobbling", "Velvet Heath", "Yarrowgate",
    ];

    private static readonly string[] Schools = ["Academy", "School", "High School", "Sixth Form College", "Grammar School", "Community College", "Free School"];

    /// <summary>The number of the <paramref name="place"/>th centre, from 0.</summary>
    public static int Number(int place) => First + (int)((long)place * Step % RehearsalPlan.MaxCentres);

    /// <summary>A name that says itself invented, and is no other centre's.</summary>
    public static string Name(int number)
    {
        var dice = Dice.For(number);
        return string.Create(CultureInfo.InvariantCulture, $"Invented {dice.Pick(Schools)} {dice.Pick(Places)} {number}");
    }

    /// <summary>Half are 11 to 18 schools, a third have no sixth form, the rest are sixth form colleges.</summary>
    public static double KeyStage4Share(int number) => Dice.For(number, 1).Share() switch
    {
        < 0.5 => 0.65,
        < 0.85 => 1,
        _ => 0,
    };
}
