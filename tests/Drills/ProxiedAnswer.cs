namespace ResultsGrid.Tests.Drills;

/// <summary>An answer on its way through a proxy.</summary>
internal sealed class ProxiedAnswer(int status, Dictionary<string, string> headers, byte[] body)
{
    public int Status { get; set; } = status;

    public Dictionary<string, string> Headers { get; set; } = headers;

    public byte[] Body { get; set; } = body;
}
