namespace ResultsGrid.LoadTests.Storms;

/// <summary>Who signs in, as figures are kept.</summary>
public static class SignInKind
{
    public const string Right = "right";
    public const string Wrong = "wrong";
    public const string Quiet = "quiet";
}
