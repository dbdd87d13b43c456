using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Problems;

namespace ResultsGrid.Gateway;

/// <summary>What the OpenAPI document says beside the routes themselves.</summary>
public static class OpenApiDescriptions
{
    public static OpenApiOptions AddResultsGridDescriptions(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddSchemaTransformer<CodeSchemas>();
        options.AddOperationTransformer<Refusing>();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "ResultsGrid",
                Version = "v1",
                Description = "Results for centres, from the minute they may. Refusals are problems (RFC 9457) of these types:\n\n"
                    + string.Join("\n", ProblemTypes.All.Select(type => $"- `{type.Address}` ({type.Status}): {type.Meaning}")),
            };
            document.Components ??= new OpenApiComponents();
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            document.Components.Schemas[Refusing.Problem] = Refusing.ProblemSchema();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [CallerAuthentication.SchemeName] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "A session's token or a centre's access key.",
                },
            };
            return Task.CompletedTask;
        });
        return options;
    }
}
