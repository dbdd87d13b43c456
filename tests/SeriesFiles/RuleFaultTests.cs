namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>Rules between fields, lines and files: each broken once in a package that is otherwise valid.</summary>
public sealed class RuleFaultTests
{
    [Theory]
    [InlineData("qualifications.csv", "H001,Accounting AS,gce-as-level,unitised,AS,A B C D E,200,,,,,,,,,no,published", 6, "qualification_code", "H001", "stands in line 2 already")]
    [InlineData("options.csv", "J560,F,foundation,2", 7, "option", "F", "stands in line 4 already")]
    [InlineData("contributions.csv", "H001,,F011,mandatory", 13, "assessment_code", "F011", "contributes to H001 by line 2 already")]
    [InlineData("contributions.csv", "H001,,J56003,optional", 13, "assessment_code", "J56003", "is a component, and H001 is unitised")]
    [InlineData("contributions.csv", "J560,F,J56003,mandatory", 13, "assessment_code", "J56003", "of the Higher tier")]
    [InlineData("contributions.csv", "J560,H,J56001,optional", 13, "requirement", "optional", "made of all components")]
    [InlineData("qualification-boundaries.csv", "H001,,A,150,given", 27, "grade", "A", "has a boundary in line 2 already")]
    [InlineData("qualification-boundaries.csv", "H001,,A*,190,given", 27, "grade", "A*", "is not in gradeset AS of H001")]
    [InlineData("assessments.csv", "R014,Again,unit,vocational,untiered,examined,70,,100,,,,,", 11, "assessment_code", "R014", "stands in line 10 already")]
    [InlineData("assessments.csv", "R099,Unused,unit,vocational,untiered,examined,70,,100,,,,,", 11, "assessment_code", "R099", "counts towards no option")]
    [InlineData("assessment-boundaries.csv", "F011,A,69,,given", 28, "grade", "A", "has a boundary in line 2 already")]
    [InlineData("assessment-boundaries.csv", "F011,9,30,,given", 28, "grade", "9", "is not in the gradeset of F011: A* A B C D E")]
    [InlineData("assessment-boundaries.csv", "J56003,7,60,50,given", 28, "ums", "50", "a component has no uniform marks")]
    [InlineData("centres.csv", "10101,Northtown Again", 4, "centre_number", "10101", "stands in line 2 already")]
    [InlineData("unit-entries.csv", "10101,0001,F011", 7, "assessment_code", "F011", "entered twice")]
    [InlineData("unit-entries.csv", "10102,0001,J56003", 7, "assessment_code", "J56003", "is a component")]
    [InlineData("unit-entries.csv", "10102,0002,F011", 7, "candidate_number", "0002", "is no candidate of centre 10102")]
    [InlineData("certification-entries.csv", "10102,0001,J560,F,", 6, "qualification_code", "J560", "entered twice")]
    [InlineData("certification-entries.csv", "10102,0001,X999,,", 6, "qualification_code", "X999", "is not in qualifications.csv")]
    [InlineData("certification-entries.csv", "10102,0002,H001,,", 6, "candidate_number", "0002", "is no candidate")]
    [InlineData("marks.csv", "10101,0001,R014,marked,5", 9, "assessment_code", "R014", "a mark without an entry")]
    [InlineData("marks.csv", "10102,0001,J56001,marked,5", 9, "assessment_code", "J56001", "a mark without an entry")]
    [InlineData("marks.csv", "10101,0001,F011,marked,5", 9, "assessment_code", "F011", "marked twice")]
    [InlineData("marks.csv", "10103,0001,F011,marked,5", 9, "candidate_number", "0001", "is no candidate of centre 10103")]
    [InlineData("earlier-results.csv", "10101,0001,J56003,6B25,10,A", 4, "assessment_code", "J56003", "only a unit's result is carried on")]
    [InlineData("earlier-results.csv", "10101,0001,F011,6B25,10,U", 4, "series", "6B25", "a second result of this unit")]
    [InlineData("earlier-results.csv", "10101,0001,F011,6B26,10,U", 4, "series", "6B26", "is not earlier than this series, 6B26")]
    [InlineData("earlier-results.csv", "10101,0001,F011,6A26,10,U", 4, "series", "6A26", "is not earlier")]
    [InlineData("earlier-results.csv", "10101,0001,F011,BA26,10,U", 4, "series", "BA26", "is not earlier")]
    [InlineData("earlier-results.csv", "10101,0001,F099,6B25,10,U", 4, "assessment_code", "F099", "is not in assessments.csv")]
    [InlineData("special-consideration.csv", "10101,0001,F012,allowance,1,,", 4, "assessment_code", "F012", "decided on twice")]
    [InlineData("special-consideration.csv", "10101,0001,R014,allowance,1,,", 4, "assessment_code", "R014", "is not entered by this candidate")]
    [InlineData("special-consideration.csv", "10101,0001,F014,allowance,1,,", 4, "assessment_code", "F014", "has no mark of this candidate")]
    [InlineData("special-consideration.csv", "10101,0001,F011,allowance,1,H401,", 4, "qualification_code", "H401", "in an assessment alone")]
    [InlineData("special-consideration.csv", "10101,0001,F011,allowance,1,,A", 4, "grade", "A", "decides no grade")]
    [InlineData("special-consideration.csv", "10101,0001,F014,absent-unit,,H401,A", 4, "assessment_code", "F014", "is not marked as absent")]
    [InlineData("special-consideration.csv", "10101,0001,F013,absent-unit,,H001,A", 4, "assessment_code", "F013", "does not count towards H001")]
    [InlineData("special-consideration.csv", "10101,0001,F013,absent-unit,,J800,P2", 4, "qualification_code", "J800", "is not certified by this candidate")]
    [InlineData("special-consideration.csv", "10101,0001,F013,absent-unit,3,H401,A", 4, "marks", "3", "gives the grade and no marks")]
    public void A_line_that_contradicts_the_rest_is_named(string file, string line, int number, string field, string value, string reason)
        => new SamplePackage().Plus(file, line).Read().ShouldAlsoName(file, number, field, value, reason);

    [Theory]
    [InlineData("marks.csv", 2, "mark", "", "status marked needs a mark")]
    [InlineData("marks.csv", 3, "mark", "", "status partly-absent needs a mark")]
    [InlineData("marks.csv", 4, "mark", "7", "status absent has none")]
    [InlineData("marks.csv", 5, "mark", "7", "status no-result has none")]
    [InlineData("marks.csv", 6, "mark", "7", "status pending has none")]
    [InlineData("assessments.csv", 2, "level", "", "a unit needs one of: as, a2, gcse, vocational")]
    [InlineData("assessments.csv", 2, "weight", "2", "a unit's is 1 or blank")]
    [InlineData("assessments.csv", 2, "maximum_ums", "", "a unit needs its maximum uniform mark")]
    [InlineData("assessments.csv", 2, "a_star_mark", "75", "only an A2 unit has an A* point")]
    [InlineData("assessments.csv", 2, "n_mark", "30", "below_lowest is not notional-n")]
    [InlineData("assessments.csv", 2, "tier", "higher", "is for GCSE units")]
    [InlineData("assessments.csv", 10, "below_lowest", "notional-n", "only they have a notional N")]
    [InlineData("assessments.csv", 6, "weight", "", "a component needs the factor")]
    [InlineData("assessments.csv", 6, "maximum_ums", "100", "a component has no uniform marks")]
    [InlineData("assessment-boundaries.csv", 2, "mark", "", "only the Higher tier's allowed E may be computed")]
    [InlineData("assessment-boundaries.csv", 24, "ums", "", "a vocational unit gives the uniform mark")]
    [InlineData("assessment-boundaries.csv", 3, "mark", "68", "must be below the 68 of A, the grade above B")]
    [InlineData("assessment-boundaries.csv", 13, "ums", "64", "must be below the 64 of A, the grade above B")]
    [InlineData("qualification-boundaries.csv", 3, "mark", "160", "must be below the 160 of A, the grade above B")]
    [InlineData("options.csv", 2, "unit_count", "1", "is less than the 2 mandatory assessments of H001")]
    [InlineData("options.csv", 2, "unit_count", "3", "is more than the 2 assessments of H001")]
    [InlineData("qualifications.csv", 2, "maximum_total", "210", "add up to, 200")]
    [InlineData("qualifications.csv", 4, "maximum_total", "201", "add up to, 200")]
    [InlineData("qualifications.csv", 3, "gradeset", "AS", "differs from the grades of gradeset AS in line 2")]
    [InlineData("qualifications.csv", 3, "grades", "A B C D E", "lacks A*, which the A* rule needs")]
    public void A_field_that_contradicts_another_is_named(string file, int line, string column, string value, string reason)
    {
        // The gradeset's fault stands with the grades, which are what differs.
        var (field, shown) = column == "gradeset" ? ("grades", "A* A B C D E") : (column, value);
        new SamplePackage().WithCell(file, line, column, value).Read().ShouldAlsoName(file, line, field, shown, reason);
    }

    [Fact]
    public void A_star_unit_that_does_not_contribute_is_named()
        => new SamplePackage().WithCell("qualifications.csv", 3, "a_star_units", "F013 R014").Read()
            .ShouldName("qualifications.csv", 3, "a_star_units", "R014", "contributes to no option of H401");

    [Fact]
    public void A_star_rule_of_an_as_level_is_refused()
        => new SamplePackage().WithLine("qualifications.csv", 2, "H001,Accounting AS,gce-as-level,unitised,AX,A* A B C D E,200,160,90,,,,,,,no,published").Read()
            .ShouldName("qualifications.csv", 2, "a_star_overall_ums", "160", "nothing else has an A* rule");

    [Fact]
    public void A_grade_left_out_between_two_boundaries_is_named()
        => new SamplePackage().WithoutLine("qualification-boundaries.csv", 3).Read()
            .ShouldName("qualification-boundaries.csv", 3, "grade", "C", "B between them has no boundary");

    [Fact]
    public void A_qualification_without_an_option_is_named()
        => new SamplePackage().Plus("qualifications.csv", "H999,Empty,gcse,linear,91,9 8 7 6 5 4 3 2 1,100,,,,,,,,,no,invented").Read()
            .ShouldName("qualifications.csv", 6, "qualification_code", "H999", "has no option");

    [Fact]
    public void A_unit_without_boundaries_is_named()
        => new SamplePackage().Changed("assessment-boundaries.csv", lines => lines.Where(line => !line.StartsWith("R014", StringComparison.Ordinal))).Read()
            .ShouldName("assessments.csv", 10, "assessment_code", "R014", "without a boundary");

    [Fact]
    public void A_scale_that_the_rule_cannot_complete_is_refused_with_the_rules_reason()
        => new SamplePackage().WithoutLine("assessment-boundaries.csv", 16).Read()
            .ShouldName("assessments.csv", 4, "assessment_code", "F013", "N is computed from the E boundary");

    [Fact]
    public void A_given_a_star_point_below_the_a_boundary_is_refused()
        => new SamplePackage().WithCell("assessments.csv", 4, "a_star_mark", "60").Read()
            .ShouldName("assessments.csv", 4, "assessment_code", "F013", "A* (60 marks");

    [Fact]
    public void A_candidate_number_is_given_once_in_a_centre()
        => new SamplePackage().Plus("candidates.csv", $"10101,0001,OTHER,ONE,2009-03-01,{SamplePackage.UciOf(20)},,").Read()
            .ShouldName("candidates.csv", 5, "candidate_number", "0001", "is the candidate of centre 10101 in line 2 already");

    [Fact]
    public void A_uci_belongs_to_one_candidate_of_the_series()
        => new SamplePackage().Plus("candidates.csv", $"10102,0007,OTHER,ONE,2009-03-01,{SamplePackage.UciOf(1)},,").Read()
            .ShouldName("candidates.csv", 5, "uci", SamplePackage.UciOf(1), "is the UCI of the candidate in line 2 already");

    [Fact]
    public void A_second_uci_is_another_one()
        => new SamplePackage().WithCell("candidates.csv", 2, "second_uci", SamplePackage.UciOf(1)).Read()
            .ShouldName("candidates.csv", 2, "second_uci", SamplePackage.UciOf(1), "in line 2 already");

    [Fact]
    public void A_wrong_line_is_not_blamed_on_the_lines_that_refer_to_it()
        => new SamplePackage().WithCell("candidates.csv", 2, "uci", "WRONG").Read().ShouldName("candidates.csv", 2, "uci", "WRONG", "a UCI");

    [Fact]
    public void A_missing_file_is_not_blamed_on_the_lines_that_refer_to_it()
        => new SamplePackage().Without("candidates.csv").Read().ShouldName("candidates.csv", null, null, null, "is missing from the package");
}
