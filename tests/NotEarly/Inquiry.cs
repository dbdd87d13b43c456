using ResultsGrid.Tests.Access;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>A request to both gateways.</summary>
/// <param name="Target">What it asks for, also where it asks oddly.</param>
/// <param name="IsJudged">False where it is so odd (another method, a twisted path) that only the likeness of the answers counts.</param>
internal sealed record Inquiry(WireRequest Request, Target Target, bool IsJudged)
{
    public override string ToString() => Request.ToString();
}
