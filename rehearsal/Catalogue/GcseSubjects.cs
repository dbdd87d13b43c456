using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Awarding.Specification.Provenance;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>GCSE. All codes are invented; the unit boundaries of unitised English are published.</summary>
internal static class GcseSubjects
{
    private const string LetterGrades = "A* A B C D E F G";
    private const string NumberGrades = "9 8 7 6 5 4 3 2 1";
    private const string DoubleGrades = "9-9 9-8 8-8 8-7 7-7 7-6 6-6 6-5 5-5 5-4 4-4 4-3 3-3 3-2 2-2 2-1 1-1";
    private static readonly int[] UntieredPercents = [82, 73, 64, 56, 48, 40, 29, 18, 8];

    public static IEnumerable<Discipline> All() =>
    [
        new(Stage.KeyStage4, EnglishUnitised(), EnglishLanguage()),
        new(Stage.KeyStage4, Mathematics()),
        new(Stage.KeyStage4, CombinedScience()),
        new(Stage.KeyStage4, Untiered("ZJ383", "Geography", 70, 70, 60)),
        new(Stage.KeyStage4, Untiered("ZJ410", "History", 105, 50, 55)),
    ];

    private static Subject EnglishUnitised()
    {
        var (_, maximumMark, maximumUms, boundaries) = PublishedUnits.Find("Nov 2015", "English-60");
        var reading = new Part(
            new Paper("ZEN1", "English unit, raw 60 (unit code invented, boundaries published)", UnitLevel.Gcse, Marking.Examined, maximumMark, boundaries)
            { MaximumUms = maximumUms },
            Banked: 0.5);
        var speaking = new Part(
            new Paper("ZEN2", "Invented English unit: speaking and listening", UnitLevel.Gcse, Marking.Moderated, 60, Boundaries.Of(Invented, LetterGrades, 55, 49, 43, 37, 30, 23, 16, 9))
            { MaximumUms = 90, Typical = 0.62 },
            Banked: 0.4);
        return new("ZJ350", "GCSE English (unitised, certification code invented)", Family.Gcse, Structure.Unitised, "gcse-letters", LetterGrades, 300,
            [
                Route.Tiered(Tier.Foundation, Boundaries.Of(Invented, "C D E F G", 180, 150, 120, 90, 60), reading, speaking, EnglishExamination(Tier.Foundation)),
                Route.Tiered(Tier.Higher, Boundaries.Of(Invented, "A* A B C D E", 270, 240, 210, 180, 150, 135), reading, speaking, EnglishExamination(Tier.Higher)),
            ])
        { Terminal = new(40, FinalExamination: false, Assumed) };
    }

    // The board's tables for November 2015 print both tiers of one unit, raw 80, uniform 120 (domain 4.3).
    private static Part EnglishExamination(Tier tier)
    {
        var (code, boundaries) = tier == Tier.Foundation
            ? ("ZEN3F", Boundaries.Of(Published, "C D E F G", 54, 44, 35, 26, 17))
            : ("ZEN3H", Boundaries.Of(Published, "A* A B C D", 66, 57, 48, 40, 32).AndAllowedE(Computed));
        var title = $"English unit, raw 80, {tier} (unit code invented, boundaries published)";
        var paper = Tiered(new Paper(code, title, UnitLevel.Gcse, Marking.Examined, 80, boundaries) { MaximumUms = 120 }, tier);
        return new Part(tier == Tier.Higher ? paper with { Typical = 0.62 } : paper, Banked: 0.15, Again: 1);
    }

    private static Subject Mathematics()
        => new("ZJ560", "Invented GCSE Mathematics (9 to 1)", Family.Gcse, Structure.Linear, "gcse-9-1", NumberGrades, 300,
            [
                Route.Tiered(Tier.Foundation, Boundaries.Of(Invented, "5 4 3 2 1", 216, 180, 132, 84, 39), Papers("ZJ560", "mathematics", Tier.Foundation, 1, 3, 100)),
                Route.Tiered(Tier.Higher, Boundaries.Of(Invented, "9 8 7 6 5 4 3", 240, 207, 174, 138, 102, 66, 48), Papers("ZJ560", "mathematics", Tier.Higher, 4, 3, 100)),
            ]);

    private static Subject CombinedScience()
        => new("ZJ250", "Invented GCSE Combined Science (9-9 to 1-1)", Family.Gcse, Structure.Linear, "gcse-9-1-double", DoubleGrades, 360,
            [
                Route.Tiered(Tier.Foundation, Boundaries.Of(Invented, "5-5 5-4 4-4 4-3 3-3 3-2 2-2 2-1 1-1", 250, 232, 214, 190, 166, 142, 118, 88, 58), Papers("ZJ250", "science", Tier.Foundation, 1, 6, 60)),
                Route.Tiered(Tier.Higher, Boundaries.Of(Invented, "9-9 9-8 8-8 8-7 7-7 7-6 6-6 6-5 5-5 5-4 4-4 4-3", 284, 266, 248, 229, 210, 191, 172, 153, 134, 115, 96, 80), Papers("ZJ250", "science", Tier.Higher, 7, 6, 60)),
            ]);

    private static Subject EnglishLanguage()
        => new("ZJ351", "Invented GCSE English Language (9 to 1, spoken endorsement)", Family.Gcse, Structure.Linear, "gcse-9-1", NumberGrades, 160,
            [Route.Only(
                Boundaries.Of(Invented, NumberGrades, 130, 117, 104, 92, 80, 68, 50, 32, 14),
                [.. Enumerable.Range(1, 2).Select(paper => new Part(new Paper($"ZJ3510{paper}", $"Invented English language paper {paper}", UnitLevel.None, Marking.Examined, 80, [])))])])
        { EndorsementGrades = "D M P NC" };

    private static Subject Untiered(string code, string name, params int[] maxima)
    {
        var total = maxima.Sum();
        var marks = UntieredPercents.Select(percent => total * percent / 100).ToArray();
        return new(code, $"Invented GCSE {name} (9 to 1)", Family.Gcse, Structure.Linear, "gcse-9-1", NumberGrades, total,
            [Route.Only(
                Boundaries.Of(Invented, NumberGrades, marks),
                [.. maxima.Select((maximum, index) => new Part(new Paper($"{code}0{index + 1}", $"Invented {name} paper {index + 1}", UnitLevel.None, Marking.Examined, maximum, [])))])]);
    }

    private static Part[] Papers(string code, string name, Tier tier, int first, int count, int maximumMark)
        => [.. Enumerable.Range(first, count).Select(paper => new Part(Tiered(
            new Paper($"{code}{paper:00}", $"Invented {name} paper {paper} ({tier})", UnitLevel.None, Marking.Examined, maximumMark, []), tier)))];

    // Those entered for Foundation are the weaker half, and the Higher papers are the harder ones.
    private static Paper Tiered(Paper paper, Tier tier)
        => tier == Tier.Foundation
            ? paper with { Tier = tier, Typical = 0.66, Spread = 0.22 }
            : paper with { Tier = tier, Typical = 0.42, Spread = 0.20 };
}
