namespace ResultsGrid.Tests.Access;

/// <summary>What stands before a route.</summary>
public enum Protection
{
    /// <summary>Nothing: it holds nothing that is anybody's.</summary>
    None,

    /// <summary>A user name and password that belong together; the tests have none such.</summary>
    Password,

    /// <summary>Grade boundaries and statistics: candidate release.</summary>
    Announcement,

    /// <summary>Being let in at all.</summary>
    SignIn,

    /// <summary>Being of the centre, or of the board.</summary>
    Centre,

    /// <summary>Being the centre's administrator or the board's operator, as a person.</summary>
    AccountKeeping,

    /// <summary>A role that reads the centre's results, and its release.</summary>
    Results,

    /// <summary>Being the board's operator.</summary>
    Board,
}
