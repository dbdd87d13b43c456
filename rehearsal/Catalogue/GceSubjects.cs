using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Awarding.Specification.Provenance;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>AS and A Level. Codes that begin with Z are invented; F011 to F014 and their boundaries are published.</summary>
internal static class GceSubjects
{
    private const string AsGrades = "A B C D E";
    private const string ALevelGrades = "A* A B C D E";
    private const string DoubleGrades = "AA AB BB BC CC CD DD DE EE";
    private static readonly string[] AccountingUnits = ["F011", "F012", "F013", "F014"];

    public static IEnumerable<Discipline> All(SeriesCode series)
    {
        Part[] accounting = [.. AccountingUnits.Select(unit => Accounting(series, unit))];
        yield return new(Stage.SixthForm, AccountingAs(accounting[..2]), AccountingALevel(accounting));
        yield return new(Stage.SixthForm, MathematicsLinear(), MathematicsUnitised());
        yield return new(Stage.SixthForm, FurtherMathematics());
        yield return new(Stage.SixthForm, History());
        yield return new(Stage.SixthForm, Biology());
        yield return new(Stage.SixthForm, BusinessDouble());
    }

    private static Part Accounting(SeriesCode series, string unit)
    {
        var published = PublishedUnits.Find(PublishedUnits.TableFor(series), unit);
        var isA2 = unit is "F013" or "F014";
        var paper = new Paper(unit, published.Title, isA2 ? UnitLevel.A2 : UnitLevel.AS, Marking.Examined, published.MaximumMark, published.Boundaries)
        {
            MaximumUms = published.MaximumUms,
            Typical = 0.68,
            Spread = 0.16,
        };
        return isA2 ? new Part(paper, Banked: 0.12, Again: 0.8) : new Part(paper, Banked: 0.85, Again: 0.25);
    }

    // Candidates for AS alone take both units in the series, but for the few who are late with one.
    private static Subject AccountingAs(Part[] units)
        => new("ZH001", "AS Accounting (certification code invented)", Family.GceAsLevel, Structure.Unitised, "gce-as", AsGrades, 200,
            [Route.Only(Boundaries.Of(Published, AsGrades, 160, 140, 120, 100, 80), [.. units.Select(unit => unit with { Banked = 0.1 })])]);

    private static Subject AccountingALevel(Part[] units)
        => new("ZH401", "A Level Accounting (certification code invented)", Family.GceALevel, Structure.Unitised, "gce-a-level", ALevelGrades, 400,
            [Route.Only(Boundaries.Of(Published, AsGrades, 320, 280, 240, 200, 160), units)])
        { AStar = new(320, 180) };

    private static Subject MathematicsUnitised()
        => new("ZH600", "Invented A Level Mathematics (unitised)", Family.GceALevel, Structure.Unitised, "gce-a-level", ALevelGrades, 600,
            [Route.Only(
                Boundaries.Of(Published, AsGrades, 480, 420, 360, 300, 240),
                Module("ZC1", UnitLevel.AS, 61, 54, 47, 40, 33),
                Module("ZC2", UnitLevel.AS, 58, 51, 44, 38, 32),
                Module("ZM1", UnitLevel.AS, 55, 48, 41, 35, 29),
                Module("ZC3", UnitLevel.A2, 57, 50, 43, 37, 31),
                Module("ZC4", UnitLevel.A2, 56, 49, 43, 37, 31),
                Module("ZM2", UnitLevel.A2, 60, 52, 44, 37, 30))])
        { AStar = new(480, 180, "ZC3 ZC4") };

    private static Subject FurtherMathematics()
        => new("ZH610", "Invented A Level Further Mathematics (unitised)", Family.GceALevel, Structure.Unitised, "gce-a-level", ALevelGrades, 600,
            [Route.Only(
                Boundaries.Of(Published, AsGrades, 480, 420, 360, 300, 240),
                Module("ZFP1", UnitLevel.AS, 59, 52, 45, 38, 31),
                Module("ZD1", UnitLevel.AS, 56, 50, 44, 38, 32),
                Reviewed(Module("ZFP2", UnitLevel.A2, 58, 51, 44, 38, 32), aStarMark: "66"),
                Reviewed(Module("ZFP3", UnitLevel.A2, 54, 47, 40, 34, 28), capMark: "none"),
                Module("ZS3", UnitLevel.A2, 57, 50, 43, 36, 30),
                Module("ZM3", UnitLevel.A2, 63, 57, 51, 45, 39))])
        { AStar = new(480, 270, BestOf: 3) };

    private static Part Module(string code, UnitLevel level, params int[] marks)
        => new(
            new Paper(code, $"Invented module {code[1..]}", level, Marking.Examined, 75, Boundaries.Of(Invented, AsGrades, marks))
            {
                MaximumUms = 100,
                BelowLowest = BelowLowest.NotionalN,
                Typical = 0.66,
                Spread = 0.18,
            },
            Banked: level == UnitLevel.AS ? 0.8 : 0.2);

    // The A* point and the cap may be moved after a statistical review, so they can be given.
    private static Part Reviewed(Part module, string aStarMark = "", string capMark = "")
        => module with { Paper = module.Paper with { AStarMark = aStarMark, CapMark = capMark } };

    private static Subject BusinessDouble()
        => new("ZH840", "Invented Applied Business (AS double award)", Family.GceAsLevel, Structure.Unitised, "gce-as-double", DoubleGrades, 600,
            [Route.Only(
                Boundaries.Of(Published, DoubleGrades, 480, 450, 420, 390, 360, 330, 300, 270, 240),
                [.. Enumerable.Range(1, 6).Select(unit => Applied(unit))])]);

    private static Part Applied(int unit)
        => new(
            new Paper($"ZBU{unit}", $"Invented applied business unit {unit}", UnitLevel.AS, unit % 2 == 0 ? Marking.Moderated : Marking.Examined, 100,
                Boundaries.Of(Invented, AsGrades, 79 - unit, 69 - unit, 59 - unit, 49 - unit, 40 - unit))
            { MaximumUms = 100, Typical = 0.6 },
            Banked: 0.4);

    private static Subject MathematicsLinear()
        => new("ZH240", "Invented A Level Mathematics (linear)", Family.GceALevel, Structure.Linear, "gce-a-level", ALevelGrades, 300,
            [Route.Only(
                Boundaries.Of(Invented, ALevelGrades, 246, 208, 176, 144, 113, 82),
                [.. Enumerable.Range(1, 3).Select(paper => new Part(new Paper($"ZH2400{paper}", $"Invented mathematics paper {paper}", UnitLevel.None, Marking.Examined, 100, [])))])]);

    private static Subject History()
        => new("ZH505", "Invented A Level History (linear)", Family.GceALevel, Structure.Linear, "gce-a-level", ALevelGrades, 270,
            [Route.Only(
                Boundaries.Of(Invented, ALevelGrades, 226, 197, 169, 141, 114, 87),
                new Part(new Paper("ZH50501", "Invented history: period study", UnitLevel.None, Marking.Examined, 80, Boundaries.Of(Invented, ALevelGrades, 67, 58, 50, 42, 34, 26)) { Weight = 1.25m }),
                new Part(new Paper("ZH50502", "Invented history: thematic study", UnitLevel.None, Marking.Examined, 60, []) { Weight = 1.5m }),
                new Part(new Paper("ZH50503", "Invented history: topic essay", UnitLevel.None, Marking.Moderated, 40, []) { Weight = 2m, Typical = 0.64 }))]);

    private static Subject Biology()
        => new("ZH420", "Invented A Level Biology (linear, practical endorsement)", Family.GceALevel, Structure.Linear, "gce-a-level", ALevelGrades, 270,
            [Route.Only(
                Boundaries.Of(Invented, ALevelGrades, 216, 187, 160, 133, 106, 80),
                [.. Enumerable.Range(1, 3).Select(paper => new Part(new Paper($"ZH4200{paper}", $"Invented biology paper {paper}", UnitLevel.None, Marking.Examined, paper == 3 ? 70 : 100, [])))])])
        { EndorsementGrades = "P NC" };
}
