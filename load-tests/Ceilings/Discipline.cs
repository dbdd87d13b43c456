namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>One way in which everybody is asked.</summary>
/// <param name="Bytes">The size of body wanted.</param>
/// <param name="IsConditional">The client has the document already, and is answered 304.</param>
public sealed record Discipline(int Bytes, bool IsTls, bool IsConditional)
{
    public string Name => $"{(IsConditional ? "304" : "200")} {(IsTls ? "HTTPS" : "HTTP")} {Bytes / 1000} KB";

    public static IReadOnlyList<Discipline> All { get; } =
    [
        new(5_000, IsTls: false, IsConditional: false), new(20_000, IsTls: false, IsConditional: false), new(50_000, IsTls: false, IsConditional: false),
        new(20_000, IsTls: false, IsConditional: true),
        new(5_000, IsTls: true, IsConditional: false), new(20_000, IsTls: true, IsConditional: false), new(50_000, IsTls: true, IsConditional: false),
        new(20_000, IsTls: true, IsConditional: true),
    ];
}
