using System.Collections.Concurrent;
using System.Text;

namespace ResultsGrid.Tests.Telemetry;

/// <summary>Takes what is sent by OTLP over HTTP on a free port of this machine, and keeps it as it came.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Message)> received = new();
    private readonly WebApplication app;

    private OtlpReceiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public static async Task<OtlpReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver.app.MapPost("/v1/{signal}", receiver.Take);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>All that came of a signal (metrics, traces), to look for texts in: in protobuf they stand as they are.</summary>
    public string Of(string signal) => string.Concat(received.Where(one => one.Signal == signal).Select(one => Encoding.Latin1.GetString(one.Message)));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Take(string signal, HttpRequest request)
    {
        using var message = new MemoryStream();
        await request.Body.CopyToAsync(message);
        received.Enqueue((signal, message.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
