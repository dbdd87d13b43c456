using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Edi;

/// <summary>One candidate record: one award or unit result of one candidate.</summary>
/// <param name="Name">FAMILY NAME: FORENAMES, folded to ASCII.</param>
/// <param name="Code">Certification code of an award, unit code of a unit: what the entry was made against.</param>
/// <param name="Option">As certified; empty for a unit and where there is one route.</param>
/// <param name="FirstGrade">The grade or its code, or the first half of a double award's; null unless graded.</param>
/// <param name="PartialAbsence">#; always there with <see cref="Outcome.Absent"/>.</param>
/// <param name="Mark">Total of an award, uniform mark of a unit; null with an endorsement, which takes its space, and where there is no result.</param>
/// <param name="MaximumMark">There wherever a mark could stand.</param>
public sealed record EdiResult(
    EdiElement Element,
    CandidateNumber Candidate,
    Uci Uci,
    string Name,
    DateOnly DateOfBirth,
    Uln? Uln,
    string Code,
    string Option,
    Outcome Outcome,
    Grade? FirstGrade,
    Grade? SecondGrade,
    bool PartialAbsence,
    int? Mark,
    int? MaximumMark,
    Grade? Endorsement);
