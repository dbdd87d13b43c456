using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Results;

/// <summary>What a centre's next version is made from, beside the results themselves.</summary>
/// <param name="Candidates">In number order.</param>
/// <param name="Latest">Null while nothing is published.</param>
/// <param name="ResultsFilesIssued">How many different EDI files all versions so far have: the file names of new ones count on from there.</param>
[GenerateSerializer, Immutable, Alias("PublicationBasis")]
public sealed record PublicationBasis(
    [property: Id(0)] ImmutableArray<CandidateNumber> Candidates,
    [property: Id(1)] CentreVersion? Latest,
    [property: Id(2)] int ResultsFilesIssued);
