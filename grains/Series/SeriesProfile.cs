using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Series;

/// <summary>What a load says of a series as a whole.</summary>
/// <param name="Notice">Printed on every document where the data is not real.</param>
[GenerateSerializer, Immutable, Alias("SeriesProfile")]
public sealed record SeriesProfile(
    [property: Id(0)] string Title,
    [property: Id(1)] string BasedataVersion,
    [property: Id(2)] string? Notice,
    [property: Id(3)] ImmutableArray<QualificationCode> Qualifications,
    [property: Id(4)] ImmutableArray<AssessmentCode> Assessments,
    [property: Id(5)] ImmutableArray<CentreNumber> Centres) : StoredRecord;
