namespace ResultsGrid.Embedded.State;

/// <summary>A state that is read before its grain's first call.</summary>
internal interface IActivationState
{
    Task ReadStateAsync();
}
