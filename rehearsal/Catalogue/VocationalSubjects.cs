using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Awarding.Specification.Provenance;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>Cambridge Nationals, Technicals and an Advanced National, invented in the published structure (domain 4.2, 4.6, 4.7).</summary>
internal static class VocationalSubjects
{
    private const string NationalGrades = "*2 D2 M2 P2 D1 M1 P1";
    private const string AdvancedGrades = "D* D M P";

    /// <summary>The Nationals' grades as certificates print them; the codes are those of <see cref="NationalGrades"/>.</summary>
    private static readonly Scale NationalWords = new(
        "national-words",
        "Level 2 Distinction*; Level 2 Distinction; Level 2 Merit; Level 2 Pass; Level 1 Distinction; Level 1 Merit; Level 1 Pass",
        "*2; D2; M2; P2; D1; M1; P1");

    /// <summary>Triple grades; the codes are those published for another board's (domain 4.7).</summary>
    private static readonly Scale ExtendedDiploma = new("technical-triple", "D*D*D* D*D*D D*DD DDD DDM DMM MMM MMP MPP PPP", "D1 D2 D3 D4 D5 D6 M1 M2 M3 P1");

    /// <summary>R is the near pass of Level 3 examined units of the Technicals of 2016.</summary>
    private static readonly Scale ExaminedTechnical = new("technical-examined", "D M P R", "");

    private static readonly Scale ModeratedTechnical = new("technical-moderated", "D M P", "");

    private static readonly Scale CertificateWords = new("technical-words", "Distinction*; Distinction; Merit; Pass", "D*; D; M; P");

    private static readonly Scale UnitWords = new("technical-unit-words", "Distinction; Merit; Pass; Near pass", "D; M; P; R");

    public static IEnumerable<Discipline> All() =>
    [
        new(Stage.KeyStage4, National("ZR1", "Enterprise")),
        new(Stage.KeyStage4, National("ZR2", "Sport Science")),
        new(Stage.KeyStage4, NationalInWords()),
        new(Stage.SixthForm, AdvancedNational()),
        new(Stage.SixthForm, TechnicalDiploma(), TechnicalCertificate()),
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

    /// <summary>All of it moderated, and its grades printed as words.</summary>
    private static Subject NationalInWords()
        => new("ZR367", "Invented Cambridge National in Child Care", Family.CambridgeNational, Structure.Unitised, NationalWords.Name, NationalWords.Grades, 120,
            [Route.Only(
                Boundaries.Of(Invented, NationalWords.Grades, 108, 96, 84, 72, 60, 48, 36),
                Words("ZR370", "Invented Child Care: assignment one"),
                Words("ZR371", "Invented Child Care: assignment two"))])
        { Scale = NationalWords };

    private static Part Words(string code, string title)
        => new(Unit(code, title, Marking.Moderated, 60, 60, NationalWords.Grades, [55, 49, 43, 36, 30, 23, 17], [54, 48, 42, 36, 30, 24, 18]), Banked: 0.4);

    /// <summary>An Extended Diploma with triple grades: the points of its units' grades are added up.</summary>
    private static Subject TechnicalDiploma()
        => new("ZT300", "Invented Cambridge Technical Extended Diploma in Media", Family.CambridgeTechnical, Structure.Unitised, ExtendedDiploma.Name, ExtendedDiploma.Grades, 108,
            [Route.Only(
                Boundaries.Of(Invented, ExtendedDiploma.Grades, 104, 101, 98, 95, 92, 89, 86, 83, 80, 76),
                [
                    new Part(Points("ZT301", "Invented media unit 1: examination", Marking.Examined, ExaminedTechnical), Banked: 0.4),
                    new Part(Points("ZT302", "Invented media unit 2: examination", Marking.Examined, ExaminedTechnical), Banked: 0.2),
                    .. Enumerable.Range(3, 4).Select(unit => new Part(Points($"ZT30{unit}", $"Invented media unit {unit}: assignment", Marking.Moderated, ModeratedTechnical), Banked: 0.4)),
                ])])
        { Scale = ExtendedDiploma };

    /// <summary>Grades printed as words, of the qualification and of its units.</summary>
    private static Subject TechnicalCertificate()
        => new("ZT100", "Invented Cambridge Technical Certificate in Care", Family.CambridgeTechnical, Structure.Unitised, CertificateWords.Name, CertificateWords.Grades, 54,
            [Route.Only(
                Boundaries.Of(Invented, CertificateWords.Grades, 52, 49, 45, 38),
                new Part(Points("ZT101", "Invented care unit 1: examination", Marking.Examined, UnitWords), Banked: 0.3),
                new Part(Points("ZT102", "Invented care unit 2: examination", Marking.Examined, UnitWords), Banked: 0.1),
                new Part(Points("ZT103", "Invented care unit 3: assignment", Marking.Moderated, UnitWords), Banked: 0.4))])
        { Scale = CertificateWords };

    /// <summary>18, 16, 14 points, and 12 for a near pass.</summary>
    private static Paper Points(string code, string title, Marking marking, Scale scale)
        => new(code, title, UnitLevel.GradePoints, marking, 60, Boundaries.WithUms(Invented, scale.Grades, [42, 34, 26, 20], [18, 16, 14, 12]))
        { MaximumUms = 18, Scale = scale, Typical = 0.58 };

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
