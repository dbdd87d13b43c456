using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Series;

/// <summary>What a load says of a series as a whole.</summary>
/// <param name="Notice">Printed on every document where the data is not real.</param>
public sealed record SeriesProfile(
    string Title,
    string BasedataVersion,
    string? Notice,
    IReadOnlyList<QualificationCode> Qualifications,
    IReadOnlyList<AssessmentCode> Assessments,
    IReadOnlyList<CentreNumber> Centres);
