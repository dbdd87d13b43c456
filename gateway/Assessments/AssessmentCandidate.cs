using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Gateway.Assessments;

/// <summary>A candidate's result in one unit, component or qualification.</summary>
/// <param name="Mark">Raw mark of an assessment, total of a qualification.</param>
/// <param name="Ums">Uniform mark of a unit.</param>
public sealed record AssessmentCandidate(
    CandidateNumber Number, string Name, Outcome Outcome, int? Mark, int? Ums, Grade? Grade, bool PartialAbsence);
