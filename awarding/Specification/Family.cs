namespace ResultsGrid.Awarding.Specification;

/// <summary>The families of qualifications that the board awards.</summary>
public enum Family
{
    Gcse,
    GceAsLevel,
    GceALevel,
    CoreMaths,
    FreeStandingMaths,
    Project,
    EntryLevel,
    CambridgeNational,
    CambridgeTechnical,
    CambridgeAdvancedNational,
}
