using ResultsGrid.Awarding.Specification;
using ResultsGrid.Rehearsal.Catalogue;
using ResultsGrid.Rehearsal.Centres;
using ResultsGrid.Rehearsal.Chance;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>Draws candidates and their sittings from seed, centre and number alone: each file's pass draws the same ones again, so nothing is kept.</summary>
internal sealed class SittingDraw
{
    private const int FewestKeyStage4Subjects = 3;
    private const int MostKeyStage4Subjects = 7;
    private const int MostSixthFormSubjects = 4;
    private const int YearsToGcse = 2;
    private const int YearsToALevel = 4;

    private readonly RehearsalPlan plan;
    private readonly Offer offer;
    private readonly SubjectSitting subjects;
    private readonly int year;

    public SittingDraw(RehearsalPlan plan, Offer offer)
    {
        this.plan = plan;
        this.offer = offer;
        year = EarlierSeries.YearOf(plan.Series);
        subjects = new SubjectSitting(EarlierSeries.Before(plan.Series));
    }

    private bool IsMixed => plan.Subjects == RehearsalSubjects.Mixed;

    /// <returns>The candidate, and a second UCI for the few who have one.</returns>
    public (Person Person, string SecondUci) Person(Centre centre, int number)
    {
        var dice = Dice.For(plan.Seed, centre.Number, number, 4);
        var registered = year - (Stage(centre, number) == Catalogue.Stage.KeyStage4 ? YearsToGcse : YearsToALevel);
        var rate = IsMixed ? IrregularityRates.MixedFactor : 1;
        // No candidate of this series registered a year later than GCSE or A Level candidates do, so it is nobody else's.
        var second = dice.Happens(IrregularityRates.TwoUcis * rate) ? InventedIdentifiers.Uci(centre.Number, registered + 1, number) : "";
        var isTroublesome = IsMixed && dice.Happens(IrregularityRates.TroublesomeName);
        return (PersonRegister.Find(centre.Number, registered, number, isTroublesome), second);
    }

    /// <summary>Replaces what <paramref name="sitting"/> holds.</summary>
    public void Fill(Sitting sitting, Centre centre, int number)
    {
        sitting.Clear();
        var dice = Dice.For(plan.Seed, centre.Number, number, 5);
        var ability = Ability.Of(plan.Seed, centre.Number, ref dice);
        var isKeyStage4 = Stage(centre, number) == Catalogue.Stage.KeyStage4;
        var disciplines = (isKeyStage4 ? offer.KeyStage4 : offer.SixthForm).ToArray();
        var wanted = isKeyStage4 ? FewestKeyStage4Subjects + dice.Below(MostKeyStage4Subjects - FewestKeyStage4Subjects + 1) : 1 + dice.Below(MostSixthFormSubjects);
        for (var taken = 0; taken < Math.Min(wanted, disciplines.Length); taken++)
        {
            var place = taken + dice.Below(disciplines.Length - taken);
            (disciplines[taken], disciplines[place]) = (disciplines[place], disciplines[taken]);
            var subject = dice.Pick(disciplines[taken].Variants);
            var inSubject = ability.InSubject(ref dice);
            var irregularity = IrregularityRates.Draw(ref dice, IsMixed);
            subjects.Add(sitting, subject, RouteOf(subject, inSubject, ref dice), inSubject, irregularity, ref dice);
        }
    }

    private static Route RouteOf(Subject subject, Ability ability, ref Dice dice)
    {
        if (subject.Routes.Count == 1) return subject.Routes[0];
        var tier = ability.TakesHigherTier(ref dice) ? Tier.Higher : Tier.Foundation;
        return subject.Routes.First(route => route.Tier == tier);
    }

    private Stage Stage(Centre centre, int number)
    {
        if (offer.SixthForm.Count == 0) return Catalogue.Stage.KeyStage4;
        if (offer.KeyStage4.Count == 0) return Catalogue.Stage.SixthForm;
        return Dice.For(plan.Seed, centre.Number, number, 6).Happens(centre.KeyStage4Share) ? Catalogue.Stage.KeyStage4 : Catalogue.Stage.SixthForm;
    }
}
