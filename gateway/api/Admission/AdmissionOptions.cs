namespace ResultsGrid.Gateway.Api.Admission;

/// <summary>How much of the night the gateway takes on at once.</summary>
public sealed class AdmissionOptions
{
    /// <summary>Requests worked on at once. Most wait for the ledger's flush: with 5 ms a flush this is still 100,000 a second.</summary>
    public int MaxInside { get; set; } = 512;

    /// <summary>Requests that wait, of all centres together: about 40 ms of work for one processor.</summary>
    public int MaxWaiting { get; set; } = 2_048;

    /// <summary>Longer than this no request waits.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(2);
}
