using ResultsGrid.Awarding;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>What a grade looks like is the gradeset's to say: triple grades, words, a near pass, and how results files carry them.</summary>
public sealed class GradesetTests
{
    private const string Header = "gradeset,grades,exchange_grades";
    private const string Words = "CN,Level 2 Distinction*; Level 2 Distinction; Level 2 Merit; Level 2 Pass; Level 1 Distinction,*2; D2; M2; P2; D1";
    private const string Triple = "CN,D*D*D* D*D*D DMM PPP,D1 D2 D6 P1";

    [Fact]
    public void Grades_printed_as_words_load_in_their_order_with_their_codes()
    {
        var series = InWords().Read().ShouldBeAccepted();

        var gradeset = series.Qualifications.Single(one => one.Code.ToString() == "J800").Gradeset;
        Assert.Equal(["Level 2 Distinction*", "Level 2 Distinction", "Level 2 Merit", "Level 2 Pass", "Level 1 Distinction"], gradeset.Grades.Select(grade => grade.ToString()));
        Assert.Equal(["*2", "D2", "M2", "P2", "D1"], gradeset.Grades.Select(grade => gradeset.Exchanged(grade).ToString()));
        var unit = series.Assessments.Single(one => one.Code.ToString() == "R014");
        Assert.Equal("Level 2 Distinction*", unit.Boundaries[0].Grade.ToString());
        Assert.Equal("M2", unit.Gradeset!.Exchanged(Grade.Parse("Level 2 Merit")).ToString());
    }

    [Fact]
    public void Triple_grades_load_and_units_are_graded_by_the_single_grades_of_them()
    {
        var series = InTriples().Read().ShouldBeAccepted();

        var gradeset = series.Qualifications.Single(one => one.Code.ToString() == "J800").Gradeset;
        Assert.Equal(["D*D*D*", "D*D*D", "DMM", "PPP"], gradeset.Grades.Select(grade => grade.ToString()));
        Assert.Equal(["D1", "D2", "D6", "P1"], gradeset.Grades.Select(grade => gradeset.Exchanged(grade).ToString()));
        Assert.Equal(["D*", "D", "M", "P"], series.Assessments.Single(one => one.Code.ToString() == "R014").Boundaries.Select(boundary => boundary.Grade.ToString()));
    }

    [Fact]
    public void The_order_of_a_gradeset_is_its_own_and_not_the_alphabet_s()
    {
        var boundaries = InWords().Read().ShouldBeAccepted().Qualifications.Single(one => one.Code.ToString() == "J800").Options[0].Boundaries;
        Assert.Equal(["Level 2 Distinction*", "Level 2 Distinction", "Level 2 Merit", "Level 2 Pass"], boundaries.Select(boundary => boundary.Grade.ToString()));
    }

    // Cambridge Technicals of 2016: R, the near pass of an examined unit, is above U and earns points.
    [Theory]
    [InlineData(45, "D", 27)]
    [InlineData(44, "M", 24)]
    [InlineData(25, "P", 21)]
    [InlineData(24, "R", 18)]
    [InlineData(20, "R", 18)]
    [InlineData(19, "U", 0)]
    [InlineData(0, "U", 0)]
    [InlineData(70, "D", 27)]
    public void A_near_pass_earns_its_points_and_no_mark_between_two_grades_earns_more(int mark, string grade, int points)
    {
        var result = Awarded(mark).Assessments[0];
        Assert.Equal((grade, points), (result.Grade.ToString(), result.Ums));
    }

    [Theory]
    [InlineData(20, "PPP", 18)]
    [InlineData(19, "U", 0)]
    [InlineData(35, "DMM", 24)]
    public void The_points_of_a_near_pass_count_towards_the_triple_grade(int mark, string grade, int points)
    {
        var award = Assert.Single(Awarded(mark).Awards);
        Assert.Equal((grade, points), (award.Grade.ToString(), award.Total));
    }

    [Fact]
    public void A_gradeset_that_is_named_need_not_be_listed_again()
        => Assert.Equal(
            "D*D*D*",
            InTriples().WithCell("qualifications.csv", 5, "grades", "").Read().ShouldBeAccepted().Qualifications.Single(one => one.Code.ToString() == "J800").Gradeset.Grades[0].ToString());

    [Theory]
    [InlineData("CN,Distinction; Merit,", "grades", "Distinction; Merit", "lists Distinction, which results files carry in 2 characters: gradesets.csv must say as what")]
    [InlineData("CN,Distinction; Merit,D", "exchange_grades", "D", "lists 1 grades for the 2 in grades")]
    [InlineData("CN,Distinction; Merit,D; D", "exchange_grades", "D; D", "D stands in the list twice")]
    [InlineData("CN,Distinction; Merit,D; X", "exchange_grades", "D; X", "lists X, which results files carry for something else")]
    [InlineData("CN,Distinction; Merit,D; Mer", "exchange_grades", "D; Mer", "'Mer' in the list is not a grade as results files carry it")]
    [InlineData("CN,,", "grades", "", "is blank, and needs the grades highest first")]
    [InlineData(",D M,", "gradeset", "", "is blank, and is needed")]
    public void A_gradeset_with_a_fault_is_named(string line, string column, string value, string reason)
        => new SamplePackage().WithFile("gradesets.csv", Header, line).Read().ShouldAlsoName("gradesets.csv", 2, column, value, reason);

    [Fact]
    public void A_gradeset_stands_once()
        => new SamplePackage().WithFile("gradesets.csv", Header, "ONE,D M,", "ONE,D M P,").Read().ShouldName("gradesets.csv", 3, "gradeset", "ONE", "stands in line 2 already");

    [Fact]
    public void A_qualification_lists_the_grades_of_its_gradeset_or_none()
        => new SamplePackage().WithFile("gradesets.csv", Header, "CN,D2 M2 P2,").Read()
            .ShouldAlsoName("qualifications.csv", 5, "grades", "*2 D2 M2 P2", "differs from the grades of gradeset CN in gradesets.csv");

    [Fact]
    public void A_gradeset_that_is_nowhere_is_named()
    {
        new SamplePackage().WithCell("qualifications.csv", 5, "grades", "").Read()
            .ShouldAlsoName("qualifications.csv", 5, "grades", "", "needs the grades highest first: gradesets.csv has no gradeset CN");
        OwnGradeset("NONE").Read().ShouldAlsoName("assessments.csv", 10, "gradeset", "NONE", "is not in gradesets.csv");
    }

    [Fact]
    public void A_unit_is_held_to_its_own_gradeset()
        => OwnGradeset("UNIT").WithFile("gradesets.csv", Header, "UNIT,D M P R,").Read()
            .ShouldAlsoName("assessment-boundaries.csv", 24, "grade", "*2", "is not in the gradeset of R014: D M P R");

    [Fact]
    public void A_unit_with_points_by_grade_has_no_cap()
        => Points().WithCell("assessments.csv", 10, "cap_mark", "60").Read()
            .ShouldAlsoName("assessments.csv", 10, "cap_mark", "60", "the grade of the unit earns its points");

    [Fact]
    public void A_unit_with_points_by_grade_gives_the_points_of_every_grade()
        => Points().WithCell("assessment-boundaries.csv", 27, "ums", "").Read()
            .ShouldAlsoName("assessment-boundaries.csv", 27, "ums", "", "a vocational unit gives the uniform mark of each boundary");

    private static SamplePackage InWords() => Graded(new SamplePackage(), Words, "Level 2 Distinction*; Level 2 Distinction; Level 2 Merit; Level 2 Pass; Level 1 Distinction",
        ["Level 2 Distinction*", "Level 2 Distinction", "Level 2 Merit", "Level 2 Pass"], ["Level 2 Distinction*", "Level 2 Distinction", "Level 2 Merit", "Level 2 Pass"]);

    private static SamplePackage InTriples() => Graded(new SamplePackage(), Triple, "D*D*D* D*D*D DMM PPP", ["D*D*D*", "D*D*D", "DMM", "PPP"], ["D*", "D", "M", "P"]);

    /// <summary>One examined unit of 27, 24, 21 points and 18 for a near pass, which alone makes up a triple grade.</summary>
    private static SamplePackage Points()
    {
        var sample = OwnGradeset("UNIT", Graded(new SamplePackage(), Triple, "D*D*D* D*D*D DMM PPP", ["D*D*D*", "D*D*D", "DMM", "PPP"], ["D", "M", "P", "R"]))
            .Plus("gradesets.csv", "UNIT,D M P R,")
            .WithCell("assessments.csv", 10, "level", "grade-points").WithCell("assessments.csv", 10, "maximum_ums", "27")
            .WithCell("qualifications.csv", 5, "maximum_total", "27").WithCell("marks.csv", 6, "status", "marked").WithCell("marks.csv", 6, "mark", "20");
        int[] marks = [45, 35, 25, 20], points = [27, 24, 21, 18], totals = [27, 26, 24, 18];
        for (var line = 0; line < 4; line++)
        {
            sample.WithCell("assessment-boundaries.csv", 24 + line, "mark", $"{marks[line]}").WithCell("assessment-boundaries.csv", 24 + line, "ums", $"{points[line]}");
            sample.WithCell("qualification-boundaries.csv", 23 + line, "mark", $"{totals[line]}");
        }

        return sample;
    }

    private static SamplePackage Graded(SamplePackage sample, string gradeset, string listed, string[] grades, string[] unitGrades)
    {
        sample.WithFile("gradesets.csv", Header, gradeset).WithCell("qualifications.csv", 5, "grades", listed);
        for (var line = 0; line < 4; line++)
        {
            sample.WithCell("qualification-boundaries.csv", 23 + line, "grade", grades[line]);
            sample.WithCell("assessment-boundaries.csv", 24 + line, "grade", unitGrades[line]);
        }

        return sample;
    }

    private static SamplePackage OwnGradeset(string gradeset, SamplePackage? sample = null)
        => (sample ?? new SamplePackage()).Changed("assessments.csv", lines => lines.Select((line, index) => line + (index == 0 ? ",gradeset" : index == 9 ? $",{gradeset}" : ",")));

    /// <summary>What the candidate with the vocational unit gets.</summary>
    private static CandidateAwards Awarded(int mark)
    {
        var series = Points().WithCell("marks.csv", 6, "mark", $"{mark}").WithCell("candidates.csv", 3, "second_uci", "").Read().ShouldBeAccepted();
        var basis = new AwardingBasis(series.Series, series.Qualifications.ToDictionary(one => one.Code), series.Assessments.ToDictionary(one => one.Code));
        return Awards.Of(series.Centres[0].Candidates[1].Work, basis);
    }
}
