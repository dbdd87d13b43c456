namespace ResultsGrid.Gateway.Problems;

/// <summary>The addresses that problem types point to, each saying what the type means.</summary>
public static class ProblemPages
{
    public static IEndpointRouteBuilder MapProblems(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems/{name}", Describe).ExcludeFromDescription();
        return routes;
    }

    private static IResult Describe(string name) => ProblemTypes.All.FirstOrDefault(type => type.Name == name) is { } known
        ? TypedResults.Text($"{known.Title} ({known.Status})\n\n{known.Meaning}\n")
        : new Refusal(ProblemTypes.NotFound, "There is no problem type of that name.");
}
