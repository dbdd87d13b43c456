using System.Net;

namespace ResultsGrid.LoadTests.Wire;

/// <summary>Where a server listens.</summary>
public sealed record WireAddress(string Host, int Port, bool IsTls)
{
    /// <summary>As the Host header says it.</summary>
    public string Authority => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <summary>Whether it is this machine.</summary>
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    public static WireAddress Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new WireAddress(address.IdnHost, address.Port, address.Scheme == Uri.UriSchemeHttps);
    }
}
