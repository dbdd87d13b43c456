namespace ResultsGrid.Gateway.Candidates;

/// <param name="Total">Of all pages together.</param>
public sealed record CandidatePage(int Version, int Total, int Page, int PageSize, IReadOnlyList<CandidateLine> Candidates);
