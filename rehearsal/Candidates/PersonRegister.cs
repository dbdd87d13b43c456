using ResultsGrid.Rehearsal.Chance;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>The invented people: name, birth and ULN belong to the UCI, whatever series or seed meets them.</summary>
internal static class PersonRegister
{
    private const double LaterLife = 0.02;
    private const int OldestLaterLifeYears = 30;

    /// <param name="registrationYear">Four digits: the academic year in which the candidate started, at 14.</param>
    /// <param name="serial">1 to 9999 within the centre and year.</param>
    /// <param name="isTroublesome">Names that a careless program trips over.</param>
    public static Person Find(int centre, int registrationYear, int serial, bool isTroublesome)
    {
        var dice = Dice.For(centre, registrationYear, serial);
        var name = isTroublesome ? InventedNames.Troublesome(ref dice) : InventedNames.Draw(ref dice);
        return new Person(
            name.FamilyName,
            name.Forenames,
            Birth(ref dice, registrationYear),
            InventedIdentifiers.Uci(centre, registrationYear, serial),
            InventedIdentifiers.Uln(centre, serial));
    }

    // A year group is born from September to August.
    private static DateOnly Birth(ref Dice dice, int registrationYear)
    {
        var first = new DateOnly(registrationYear - 15, 9, 1);
        var birth = first.AddDays(dice.Below(365));
        return dice.Happens(LaterLife) ? birth.AddYears(-1 - dice.Below(OldestLaterLifeYears)) : birth;
    }
}
