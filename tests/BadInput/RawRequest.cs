using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ResultsGrid.Tests.BadInput;

/// <summary>A request as bytes, sent as they are. Secrets stand in it as {officer}, {teacher} and {operator}.</summary>
internal static class RawRequest
{
    /// <summary>More than any body that is waited for, so that a request that promises more than it has comes to an end.</summary>
    private static readonly byte[] Filler = Encoding.ASCII.GetBytes("\r\n\r\n" + new string('x', 70_000) + "\r\n\r\n");

    /// <summary>Only finds an answer that never comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <returns>Null where the connection was closed without an answer, which only a request that is not whole may bring about.</returns>
    public static async Task<RawAnswer?> Send(Uri gateway, byte[] request)
    {
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(Patience);
        await client.ConnectAsync(IPAddress.Loopback, gateway.Port, patience.Token);
        using var answer = new MemoryStream();
        try
        {
            await client.GetStream().WriteAsync(request, patience.Token);
            if (!IsWhole(request)) await client.GetStream().WriteAsync(Filler, patience.Token);
            await client.GetStream().CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // Closed while we still wrote, or reset: what came before counts.
        }

        var read = RawAnswer.Of(answer.ToArray());
        Assert.True(read is not null || !IsWhole(request), "a whole request was not answered");
        return read;
    }

    /// <summary>True where the server can't wait for more of it: an intact head that asks to close, and exactly the body that it announces.</summary>
    public static bool IsWhole(byte[] request)
    {
        var head = request.AsSpan().IndexOf("\r\n\r\n"u8);
        if (head < 0 || request.AsSpan(0, head).ContainsAnyExcept(Printable)) return false;
        var lines = Encoding.ASCII.GetString(request, 0, head).Split("\r\n");
        string[] Values(string name) => [.. lines.Where(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim())];
        if (Values("Transfer-Encoding").Length > 0 || Values("Connection") is not ["close"]) return false;
        return (Values("Content-Length") is [var length] ? length : "0") == $"{request.Length - head - 4}";
    }

    private static readonly System.Buffers.SearchValues<byte> Printable = System.Buffers.SearchValues.Create([.. Enumerable.Range(' ', 95).Select(value => (byte)value), (byte)'\r', (byte)'\n']);
}
