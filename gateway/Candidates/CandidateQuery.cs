using Microsoft.AspNetCore.Mvc;

namespace ResultsGrid.Gateway.Candidates;

/// <summary>Which candidates, in which order, which page.</summary>
/// <param name="Search">Part of a name, candidate number, UCI or ULN; capitals, marks, apostrophes and hyphens don't matter.</param>
/// <param name="Qualification">Only candidates with an award of this certification code.</param>
/// <param name="Grade">Only candidates with this in the grade column (of that qualification, if one is named): a grade, X, Q, absent, or # for an absence within.</param>
/// <param name="Sort">number (default), name, or grade (best first; needs a qualification).</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1 to 500; 50 by default.</param>
public sealed record CandidateQuery(
    [FromQuery(Name = "search")] string? Search,
    [FromQuery(Name = "qualification")] string? Qualification,
    [FromQuery(Name = "grade")] string? Grade,
    [FromQuery(Name = "sort")] string? Sort,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "pageSize")] int? PageSize);
