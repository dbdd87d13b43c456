using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Marks;

/// <summary>The request for an overall grade ("cash-in"). Without one there are unit results and no award.</summary>
/// <param name="Option">The option's code; empty where the qualification has one route.</param>
/// <param name="Endorsement">The separately reported endorsement grade, if any.</param>
public sealed record CertificationEntry(QualificationCode Qualification, string Option, Grade? Endorsement);
