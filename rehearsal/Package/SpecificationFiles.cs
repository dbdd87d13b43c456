using System.Globalization;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Rehearsal.Catalogue;

namespace ResultsGrid.Rehearsal.Package;

/// <summary>The files that say what can be awarded and by which marks.</summary>
internal static class SpecificationFiles
{
    public static void Write(SeriesPackage package, Offer offer)
    {
        var routes = offer.Subjects.SelectMany(subject => subject.Routes.Select(route => (subject, route))).ToList();
        package.Table("gradesets.csv", "gradeset grades exchange_grades", csv =>
        {
            foreach (var scale in offer.Scales) csv.WriteRecord([scale.Name, scale.Grades, scale.ExchangeGrades]);
        });
        package.Table("qualifications.csv",
            "qualification_code title family structure gradeset grades maximum_total a_star_overall_ums a_star_ums a_star_units a_star_best_of "
            + "terminal_share_percent terminal_final_examination terminal_provenance endorsement_grades two_results_files provenance",
            csv =>
            {
                foreach (var subject in offer.Subjects) csv.WriteRecord(Qualification(subject));
            });
        package.Table("options.csv", "qualification_code option tier unit_count", csv =>
        {
            foreach (var (subject, route) in routes) csv.WriteRecord([subject.Code, route.Option, Words.Of(route.Tier), Text(route.UnitCount)]);
        });
        package.Table("contributions.csv", "qualification_code option assessment_code requirement", csv =>
        {
            foreach (var (subject, route) in routes)
                foreach (var part in route.Parts)
                    csv.WriteRecord([subject.Code, route.Option, part.Paper.Code, part.Mandatory ? "mandatory" : "optional"]);
        });
        package.Table("qualification-boundaries.csv", "qualification_code option grade mark provenance", csv =>
        {
            foreach (var (subject, route) in routes)
                foreach (var boundary in route.Boundaries)
                    csv.WriteRecord([subject.Code, route.Option, boundary.Grade, Text(boundary.Mark), Words.Of(boundary.Provenance)]);
        });
        package.Table("assessments.csv",
            "assessment_code title kind level tier marking maximum_mark weight maximum_ums attainable_ums below_lowest a_star_mark cap_mark n_mark gradeset",
            csv =>
            {
                foreach (var paper in offer.Papers) csv.WriteRecord(Assessment(paper));
            });
        package.Table("assessment-boundaries.csv", "assessment_code grade mark ums provenance", csv =>
        {
            foreach (var paper in offer.Papers)
                foreach (var boundary in paper.Boundaries)
                    csv.WriteRecord([paper.Code, boundary.Grade, Text(boundary.Mark), Text(boundary.Ums), Words.Of(boundary.Provenance)]);
        });
    }

    // The rules are those of real qualifications where there are such, but each code and title is made up.
    private static string[] Qualification(Subject subject) =>
    [
        subject.Code, subject.Title, Words.Of(subject.Family), Words.Of(subject.Structure), subject.Gradeset, subject.Grades, Text(subject.MaximumTotal),
        Text(subject.AStar?.OverallUms), Text(subject.AStar?.Ums), subject.AStar?.Units ?? "", Text(subject.AStar?.BestOf),
        Text(subject.Terminal?.SharePercent), subject.Terminal is { } terminal ? Words.Of(terminal.FinalExamination) : "",
        subject.Terminal is { } rule ? Words.Of(rule.Provenance) : "",
        subject.EndorsementGrades, Words.Of(subject.HasTwoResultsFiles), Words.Of(Provenance.Invented),
    ];

    private static string[] Assessment(Paper paper) =>
    [
        paper.Code, paper.Title, Words.Of(paper.Kind), Words.Of(paper.Level), Words.Of(paper.Tier), Words.Of(paper.Marking), Text(paper.MaximumMark),
        paper.Weight.ToString(CultureInfo.InvariantCulture), Text(paper.MaximumUms), "",
        paper.Kind == AssessmentKind.Unit ? Words.Of(paper.BelowLowest) : "", paper.AStarMark, paper.CapMark, "", paper.Scale?.Name ?? "",
    ];

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
