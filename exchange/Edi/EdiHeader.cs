using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Edi;

/// <summary>Whose results file it is, and what importing it needs.</summary>
/// <param name="BasedataVersion">At most 20 characters; the importing system must hold this version.</param>
/// <param name="Sequence">Order of production for this centre and series, from 1 to 999,999; the file name shows its last two digits.</param>
/// <param name="Notice">Set where the data is not real, in capitals, cut to 60 characters; else empty.</param>
public sealed record EdiHeader(
    string AwardingBody,
    CentreNumber Centre,
    SeriesCode Series,
    string BasedataVersion,
    EdiContent Content,
    int Sequence,
    string Notice);
