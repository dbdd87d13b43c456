using ResultsGrid.Gateway.Problems;

namespace ResultsGrid.Gateway.Guards;

/// <summary>Stands before routes, and decides by caller and address alone whether a request gets to them.</summary>
public interface IGuard
{
    /// <summary>Null lets the request through.</summary>
    ValueTask<Refusal?> Refuse(HttpContext http);
}
