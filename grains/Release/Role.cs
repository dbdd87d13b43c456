namespace ResultsGrid.Grains.Release;

/// <summary>What a person or an access key was given. The centre administrator gives out all but the operator's.</summary>
[GenerateSerializer, Alias("Role")]
public enum Role
{
    CentreAdministrator,
    ResultsFullAccess,
    TutorTeacher,
    AddCourseworkMarks,
    SubmitCourseworkMarks,
    Entries,
    PostResultsFullAccess,

    /// <summary>Of the board: loads, awards, publishes and releases; reads any centre's results from restricted release.</summary>
    BoardOperator,
}
