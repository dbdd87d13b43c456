namespace ResultsGrid.Grains.Hosting;

/// <summary>What a grain may ask of its own activation, whichever host runs it.</summary>
public interface IActivation
{
    /// <summary>Drop this activation once the running calls end; the next call starts a new one from the stored state.</summary>
    void Deactivate();
}
