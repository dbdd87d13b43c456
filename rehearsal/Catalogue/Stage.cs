namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>How old candidates are when they take a subject.</summary>
internal enum Stage
{
    /// <summary>Year 11: 15 or 16 at the end of the course.</summary>
    KeyStage4,

    /// <summary>Year 13: 17 or 18.</summary>
    SixthForm,
}
