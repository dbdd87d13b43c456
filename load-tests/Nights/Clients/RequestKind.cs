namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>What a client asks for.</summary>
public enum RequestKind
{
    /// <summary>Whether results are out, before they are.</summary>
    Poll,

    /// <summary>A session for a password.</summary>
    SignIn,

    /// <summary>The centre's documents.</summary>
    List,

    /// <summary>A document's bytes, or a range of them.</summary>
    Document,

    /// <summary>A document's head, or whether it is still the same.</summary>
    Revalidation,
}
