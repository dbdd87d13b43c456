namespace ResultsGrid.Gateway.Admission;

/// <summary>How much of the night the gateway takes on at once.</summary>
public sealed class AdmissionOptions
{
    /// <summary>Requests worked on at once. Most wait for the ledger's flush: with 5 ms a flush this is still 100,000 a second.</summary>
    public int MaxInside { get; set; } = 512;

    /// <summary>Requests that wait, of all centres together: three of every centre of the largest board.</summary>
    public int MaxWaiting { get; set; } = 16_384;

    /// <summary>Who would wait longer is refused at once. Browsers and management systems wait for half a minute and more; whom a refusal sends away comes again and costs more.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(10);
}
