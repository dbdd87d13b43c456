namespace ResultsGrid.Tests.Epochs;

/// <summary>What a host or gateway could get wrong; the model must find each.</summary>
public enum Flaw
{
    None,
    AnnouncesBeforeItStores,
    AnswersWithoutAnnouncingItsWrite,
    AnswersWithoutAnnouncingWhatItRead,
    ShowsItsWriteOnlyWhenAnnounced,
    RegistersAfterItRead,
    KeepsASecondActivation,
    AcknowledgesWhatAnOverActivationWrote,
    AnswersGrainCallsWithoutLease,
    ServesWithoutLease,
    AcknowledgesAtOnce,
}
