using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.LoadTests.Nights.Plans;

/// <summary>What one client intends, fixed before the night. Moments count from the release: below zero is before it.</summary>
/// <param name="Place">In the plan, from 0.</param>
/// <param name="Polls">When it asks whether results are out, in order, all before the release.</param>
/// <param name="SignIn">Of a person with a password; null for a management system with a key.</param>
/// <param name="List">When it asks for the documents' list, at the release or after it.</param>
/// <param name="Pace">Between the intended moments of two documents.</param>
/// <param name="Encoding">What it accepts: "br, gzip", "gzip", or null for plain bytes.</param>
/// <param name="Connections">One or two.</param>
/// <param name="BreaksOff">Breaks off in its largest document and resumes it by a range.</param>
/// <param name="FetchesTwice">Fetches its last document once more, as an impatient person does.</param>
/// <param name="Heads">Asks for a document's head before it fetches it.</param>
/// <param name="Revalidation">When it asks whether all that it has is still current; null for never.</param>
public sealed record NightClientPlan(
    int Place,
    CentreNumber Centre,
    IReadOnlyList<TimeSpan> Polls,
    TimeSpan? SignIn,
    TimeSpan List,
    TimeSpan Pace,
    string? Encoding,
    int Connections,
    bool BreaksOff,
    bool FetchesTwice,
    bool Heads,
    TimeSpan? Revalidation);
