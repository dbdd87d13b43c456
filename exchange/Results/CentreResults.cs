using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Results;

/// <summary>What every document of a centre in a series is rendered from: nothing is looked up elsewhere, so the same input gives the same bytes.</summary>
/// <param name="BasedataVersion">The version that a management information system needs to import the results file.</param>
/// <param name="Notice">Printed on every page where the data is not real ("Invented data: no real candidate"); null in a real series.</param>
/// <param name="Qualifications">Those that the centre's candidates certify, and those with two results files whose units they take; in code order.</param>
/// <param name="Assessments">Those that the centre's candidates entered or count, in code order.</param>
/// <param name="Candidates">In candidate-number order.</param>
public sealed record CentreResults(
    SeriesCode Series,
    string SeriesTitle,
    string BasedataVersion,
    string? Notice,
    CentreNumber Centre,
    string CentreName,
    IReadOnlyList<Qualification> Qualifications,
    IReadOnlyList<Assessment> Assessments,
    IReadOnlyList<CandidateResults> Candidates);
