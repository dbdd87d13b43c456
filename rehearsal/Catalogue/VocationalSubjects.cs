using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Awarding.Specification.Provenance;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>Cambridge Nationals and a Cambridge Advanced National, invented in the published structure (domain 4.2, 4.6).</summary>
internal static class VocationalSubjects
{
    private const string NationalGrades = "*2 D2 M2 P2 D1 M1 P1";
    private const string AdvancedGrades = "D* D M P";

    public static IEnumerable<Discipline> All() =>
    [
        new(Stage.KeyStage4, National("ZR1", "Enterprise")),
        new(Stage.KeyStage4, National("ZR2", "Sport Science")),
        new(Stage.SixthForm, AdvancedNational()),
    ];

    private static Subject National(string code, string name)
        => new($"{code}67", $"Invented Cambridge National in {name}", Family.CambridgeNational, Structure.Unitised, "national-l1-l2", NationalGrades, 200,
            [Route.Only(
                Boundaries.Of(Invented, NationalGrades, 180, 160, 140, 120, 100, 80, 60),
                new Part(
                    Unit($"{code}70", $"Invented {name}: examination", Marking.Examined, 70, 80, NationalGrades, [60, 53, 46, 39, 32, 25, 18], [72, 64, 56, 48, 40, 32, 24]),
                    Banked: 0.2,
                    Again: 1),
                Assignment($"{code}71", $"Invented {name}: assignment one"),
                Assignment($"{code}72", $"Invented {name}: assignment two"))])
        // The final examination is published; the share is not limited beyond it.
        { Terminal = new(0, FinalExamination: true, Published) };

    private static Part Assignment(string code, string title)
        => new(Unit(code, title, Marking.Moderated, 60, 60, NationalGrades, [55, 49, 43, 36, 30, 23, 17], [54, 48, 42, 36, 30, 24, 18]), Banked: 0.4);

    /// <summary>Three mandatory units and two of three optional ones; its unit results go out in a file of their own.</summary>
    private static Subject AdvancedNational()
        => new("ZK200", "Invented Cambridge Advanced National in Applied Robotics", Family.CambridgeAdvancedNational, Structure.Unitised, "advanced-national", AdvancedGrades, 360,
            [new Route("", Tier.Untiered, 5, [
                new Part(Advanced("ZK201", Marking.Examined, 80), Banked: 0.5),
                new Part(Advanced("ZK202", Marking.Examined, 80), Banked: 0.1),
                new Part(Advanced("ZK203", Marking.Moderated, 80), Banked: 0.4),
                new Part(Advanced("ZK204", Marking.Moderated, 60), Banked: 0.4, Mandatory: false),
                new Part(Advanced("ZK205", Marking.Moderated, 60), Banked: 0.4, Mandatory: false),
                new Part(Advanced("ZK206", Marking.Moderated, 60), Banked: 0.4, Mandatory: false),
            ], Boundaries.Of(Invented, AdvancedGrades, 306, 252, 198, 144))])
        { HasTwoResultsFiles = true };

    private static Paper Advanced(string code, Marking marking, int maximumUms)
        => Unit(code, $"Invented robotics unit {code[^1]}", marking, 60, maximumUms, "D M P", [46, 35, 25], [maximumUms * 75 / 100, maximumUms * 60 / 100, maximumUms * 40 / 100]);

    private static Paper Unit(string code, string title, Marking marking, int maximumMark, int maximumUms, string grades, int[] marks, int[] ums)
        => new(code, title, UnitLevel.Vocational, marking, maximumMark, Boundaries.WithUms(Invented, grades, marks, ums)) { MaximumUms = maximumUms, Typical = 0.58 };
}
