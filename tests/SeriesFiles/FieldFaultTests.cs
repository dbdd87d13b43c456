using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>Every field's own rule: one cell of a valid package is spoilt, and the fault names it.</summary>
public sealed class FieldFaultTests
{
    [Theory]
    [InlineData("qualifications.csv", 2, "qualification_code", "h001", "a certification code")]
    [InlineData("qualifications.csv", 2, "title", "", "is blank")]
    [InlineData("qualifications.csv", 2, "title", " Accounting", "spaces around it")]
    [InlineData("qualifications.csv", 2, "family", "gce", "one of: gcse, gce-as-level")]
    [InlineData("qualifications.csv", 2, "structure", "modular", "one of: unitised, linear")]
    [InlineData("qualifications.csv", 2, "gradeset", "A-GRADESET-OF-TOO-LONG-A-NAME", "20 are the most")]
    [InlineData("qualifications.csv", 2, "grades", "A B C D E U", "lists U")]
    [InlineData("qualifications.csv", 2, "grades", "A B C C D E", "C stands in the list twice")]
    [InlineData("qualifications.csv", 2, "grades", "A B# C D E", "'B#' in the list is not a grade as printed")]
    [InlineData("qualifications.csv", 2, "grades", "A B C D E X", "lists X, which stands for a result without a grade")]
    [InlineData("qualifications.csv", 2, "grades", "Distinction; Near pass", "lists Distinction, which results files carry in 2 characters: gradesets.csv must say as what")]
    [InlineData("qualifications.csv", 4, "endorsement_grades", "Pass; Not classified", "lists Pass, and results files carry an endorsement in 2 characters")]
    [InlineData("qualifications.csv", 2, "maximum_total", "0", "a whole number from 1 to 9999")]
    [InlineData("qualifications.csv", 3, "a_star_best_of", "3", "a whole number from 1 to 2")]
    [InlineData("qualifications.csv", 3, "a_star_units", "F013 F099", "names F099")]
    [InlineData("qualifications.csv", 3, "a_star_ums", "1000", "a whole number from 1 to 400")]
    [InlineData("qualifications.csv", 5, "terminal_share_percent", "101", "a whole number from 0 to 100")]
    [InlineData("qualifications.csv", 5, "terminal_final_examination", "maybe", "one of: yes, no")]
    [InlineData("qualifications.csv", 5, "terminal_provenance", "rumoured", "one of: published, given, computed, assumed, invented")]
    [InlineData("qualifications.csv", 5, "terminal_provenance", "", "a terminal rule needs")]
    [InlineData("qualifications.csv", 2, "two_results_files", "2", "one of: yes, no")]
    [InlineData("qualifications.csv", 2, "provenance", "", "is blank, and must be one of: published")]
    [InlineData("options.csv", 2, "qualification_code", "H999", "is not in qualifications.csv")]
    [InlineData("options.csv", 2, "tier", "middle", "one of: untiered, foundation, higher")]
    [InlineData("options.csv", 2, "unit_count", "two", "a whole number from 1 to 50")]
    [InlineData("contributions.csv", 2, "assessment_code", "F099", "is not in assessments.csv")]
    [InlineData("contributions.csv", 2, "requirement", "compulsory", "one of: mandatory, optional")]
    [InlineData("qualification-boundaries.csv", 2, "mark", "201", "a whole number from 0 to 200")]
    [InlineData("qualification-boundaries.csv", 2, "grade", "A**", "is not in gradeset AS of H001")]
    [InlineData("qualification-boundaries.csv", 2, "grade", "A/B", "a grade as printed")]
    [InlineData("assessments.csv", 2, "kind", "module", "one of: unit, component")]
    [InlineData("assessments.csv", 2, "level", "as-level", "one of: as, a2, gcse, vocational")]
    [InlineData("assessments.csv", 2, "marking", "guessed", "one of: examined, moderated")]
    [InlineData("assessments.csv", 2, "maximum_mark", "-80", "a whole number from 1 to 999")]
    [InlineData("assessments.csv", 2, "weight", "1.23456789", "at most 6 decimal places")]
    [InlineData("assessments.csv", 2, "maximum_ums", "8O", "a whole number from 1 to 999")]
    [InlineData("assessments.csv", 2, "attainable_ums", "81", "a whole number from 1 to 80")]
    [InlineData("assessments.csv", 2, "below_lowest", "guess", "one of: direct-to-zero, notional-n")]
    [InlineData("assessments.csv", 2, "cap_mark", "81", "a whole number from 1 to 80")]
    [InlineData("assessments.csv", 2, "cap_mark", "never", "neither a mark, nor none")]
    [InlineData("assessments.csv", 4, "a_star_mark", "81", "a whole number from 1 to 80")]
    [InlineData("assessments.csv", 4, "n_mark", "-1", "a whole number from 1 to 80")]
    [InlineData("assessment-boundaries.csv", 2, "mark", "81", "a whole number from 0 to 80")]
    [InlineData("assessment-boundaries.csv", 12, "ums", "81", "a whole number from 0 to 80")]
    [InlineData("assessment-boundaries.csv", 2, "provenance", "heard", "one of: published")]
    [InlineData("centres.csv", 3, "name", "", "is blank")]
    [InlineData("candidates.csv", 2, "centre_number", "99999", "is not in centres.csv")]
    [InlineData("candidates.csv", 2, "family_name", "", "is blank")]
    [InlineData("candidates.csv", 2, "family_name", "ARCHER: A", "has a colon")]
    [InlineData("candidates.csv", 2, "forenames", "ANN\u202EX", "invisible")]
    [InlineData("candidates.csv", 2, "forenames", "ANNABELLA BERTRANDA CLEMENTINA DORA EMMELINE FREDERIKA GWENDOLEN HENRIETTA ISOLDE JOSEPHINE KAY", "make a name of 101 characters with the family name; 100 are the most")]
    [InlineData("candidates.csv", 2, "date_of_birth", "2009-02-29", "a date that exists")]
    [InlineData("candidates.csv", 2, "date_of_birth", "01/03/2009", "written yyyy-mm-dd")]
    [InlineData("candidates.csv", 2, "date_of_birth", "2026-08-13", "between 1900-01-01 and 2026-08-12")]
    [InlineData("candidates.csv", 2, "uci", "1010102500010", "the check character")]
    [InlineData("candidates.csv", 2, "uci", "", "is blank")]
    [InlineData("candidates.csv", 2, "uln", "0000000043", "the check digit")]
    [InlineData("candidates.csv", 2, "uln", "9999999999", "not 9999999999")]
    [InlineData("unit-entries.csv", 2, "assessment_code", "F099", "is not in assessments.csv")]
    [InlineData("certification-entries.csv", 5, "endorsement", "A", "not one of J560's endorsement grades: P M D NC")]
    [InlineData("certification-entries.csv", 2, "endorsement", "P", "H001 has no endorsement")]
    [InlineData("marks.csv", 2, "status", "sat", "one of: marked, absent, partly-absent, pending, no-result")]
    [InlineData("marks.csv", 2, "mark", "81", "a whole number from 0 to 80")]
    [InlineData("marks.csv", 2, "mark", "-1", "a whole number from 0 to 80")]
    [InlineData("marks.csv", 2, "mark", "7.5", "a whole number from 0 to 80")]
    [InlineData("earlier-results.csv", 2, "series", "6B2025", "a series code")]
    [InlineData("earlier-results.csv", 2, "ums", "81", "a whole number from 0 to 80")]
    [InlineData("earlier-results.csv", 2, "grade", "G", "neither U nor in the gradeset of F011")]
    [InlineData("special-consideration.csv", 2, "kind", "illness", "one of: allowance, absent-unit")]
    [InlineData("special-consideration.csv", 2, "marks", "0", "a whole number from 1 to 120")]
    [InlineData("special-consideration.csv", 3, "qualification_code", "H999", "is not in qualifications.csv")]
    [InlineData("special-consideration.csv", 3, "grade", "9", "is not in gradeset AL of H401")]
    public void A_field_that_breaks_its_rule_is_named(string file, int line, string column, string value, string reason)
        => new SamplePackage().WithCell(file, line, column, value).Read().ShouldAlsoName(file, line, column, ShownText.Of(value), reason);

    [Fact]
    public void An_unknown_option_is_named()
        => new SamplePackage().WithCell("certification-entries.csv", 5, "option", "Z").Read()
            .ShouldAlsoName("certification-entries.csv", 5, "option", "Z", "is no option of J560");

    [Fact]
    public void An_option_of_three_characters_is_named()
        => new SamplePackage().WithCell("certification-entries.csv", 5, "option", "ABC").Read()
            .ShouldAlsoName("certification-entries.csv", 5, "option", "ABC", "one or two capital letters and digits");

    [Fact]
    public void A_refused_value_is_shown_cut_and_without_control_characters()
    {
        var fault = Assert.Single(new SamplePackage().WithCell("centres.csv", 2, "name", "\u0007" + new string('x', 300)).Read().ShouldBeRefused());

        Assert.Equal("[U+0007]" + new string('x', 72) + "…", fault.Value);
    }

    [Fact]
    public void Every_fault_of_a_line_is_named()
    {
        var faults = new SamplePackage().WithLine("candidates.csv", 4, "1010,001,,,2010-13-01,X,Y,Z").Read().ShouldBeRefused();

        Assert.Equal(
            ["centre_number", "candidate_number", "family_name", "date_of_birth", "uci", "uln", "second_uci"],
            faults.Where(fault => fault.File == "candidates.csv").Select(fault => fault.Field));
    }
}
