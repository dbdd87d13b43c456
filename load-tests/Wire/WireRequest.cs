using System.Text;

namespace ResultsGrid.LoadTests.Wire;

/// <summary>Requests as bytes, written once and sent often.</summary>
public static class WireRequest
{
    /// <param name="path">With a leading slash.</param>
    /// <param name="headers">Whole lines such as "Accept-Encoding: gzip".</param>
    public static byte[] Write(WireAddress address, string method, string path, params ReadOnlySpan<string> headers)
        => Encoding.ASCII.GetBytes(Head(address, method, path, headers));

    /// <summary>A request that carries JSON.</summary>
    public static byte[] WriteJson(WireAddress address, string method, string path, byte[] json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return [.. Encoding.ASCII.GetBytes(Head(address, method, path, ["Content-Type: application/json", $"Content-Length: {json.Length}"])), .. json];
    }

    private static string Head(WireAddress address, string method, string path, ReadOnlySpan<string> headers)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = new StringBuilder(method).Append(' ').Append(path).Append(" HTTP/1.1\r\nHost: ").Append(address.Authority).Append("\r\n");
        foreach (var header in headers) text.Append(header).Append("\r\n");
        return text.Append("\r\n").ToString();
    }
}
