using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace ResultsGrid.Tests.Azure.Downloads;

/// <summary>One node's way to the storage in a test's hand.</summary>
public sealed class NodeNetwork : HttpPipelinePolicy, IDisposable
{
    private readonly ConcurrentQueue<RequestFault> appendFaults = [];
    private readonly SemaphoreSlim arrived = new(0);
    private readonly List<LateAppend> late = [];
    private volatile TaskCompletionSource? hold;
    private int requestsUntilCut = int.MaxValue;
    private int requestsUntilHold = int.MaxValue;
    private RequestFault cutBy;
    private int requests;
    private int appends;

    /// <summary>Requests that were sent or held up, of any kind.</summary>
    public int Requests => Volatile.Read(ref requests);

    public int Appends => Volatile.Read(ref appends);

    /// <summary>From here on nothing arrives, or everything does again.</summary>
    public bool IsCut { get; set; }

    /// <summary>What happens to the next append that nothing is ordered for yet.</summary>
    public void Order(params ReadOnlySpan<RequestFault> faults)
    {
        foreach (var fault in faults) appendFaults.Enqueue(fault);
    }

    /// <summary>The request behind so many others is the last that is sent, if it is, and its answer does not come.</summary>
    public void CutBehind(int others, RequestFault by) => (requestsUntilCut, cutBy) = (others, by);

    /// <summary>The request behind so many others waits, and those after it, until they are let go.</summary>
    public void HoldBehind(int others)
    {
        hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        requestsUntilHold = others;
    }

    public void Release()
    {
        requestsUntilHold = int.MaxValue;
        hold?.TrySetResult();
    }

    /// <summary>Returns when one more request waits.</summary>
    public Task Arrived() => arrived.WaitAsync();

    /// <summary>What was late arrives.</summary>
    /// <returns>How many of them the storage took.</returns>
    public async Task<int> DeliverLate(BlobContainerClient container)
    {
        var taken = 0;
        foreach (var one in late)
        {
            try
            {
                using var body = new MemoryStream(one.Body);
                await container.GetAppendBlobClient(one.Blob).AppendBlockAsync(body, new() { Conditions = new() { LeaseId = one.Lease, IfAppendPositionEqual = one.Position } });
                taken++;
            }
            catch (RequestFailedException)
            {
                // The storage refuses it: it has its conditions with it.
            }
        }

        late.Clear();
        return taken;
    }

    public void Dispose() => arrived.Dispose();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var (fault, wait) = Begin(message);
        wait?.Wait();
        if (!Sends(message, fault ?? (IsCut ? RequestFault.Lost : null))) throw Silence();
        ProcessNext(message, pipeline);
        End(fault);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var (fault, wait) = Begin(message);
        if (wait is not null) await wait;
        if (!Sends(message, fault ?? (IsCut ? RequestFault.Lost : null))) throw Silence();
        await ProcessNextAsync(message, pipeline);
        End(fault);
    }

    private static bool IsAppend(HttpMessage message) => message.Request.Method == RequestMethod.Put && message.Request.Uri.Query.Contains("comp=appendblock", StringComparison.Ordinal);

    private static TaskCanceledException Silence() => new("no answer came in time");

    private static void End(RequestFault? fault)
    {
        if (fault is RequestFault.AnswerLost) throw Silence();
        if (fault is RequestFault.AnsweredWithError) throw new RequestFailedException(500, "Internal error", "InternalError", innerException: null);
    }

    private (RequestFault? Fault, Task? Wait) Begin(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        RequestFault? fault = null;
        if (IsAppend(message))
        {
            Interlocked.Increment(ref appends);
            if (appendFaults.TryDequeue(out var ordered)) fault = ordered;
        }

        if (requestsUntilCut != int.MaxValue && --requestsUntilCut < 0)
        {
            (fault, requestsUntilCut) = (cutBy, int.MaxValue);
            IsCut = true;
            return (fault, null);
        }

        if (IsCut) fault = RequestFault.Lost;
        if (requestsUntilHold == int.MaxValue || --requestsUntilHold >= 0) return (fault, null);
        requestsUntilHold = 0;
        arrived.Release();
        return (fault, hold!.Task);
    }

    private bool Sends(HttpMessage message, RequestFault? fault)
    {
        if (fault is RequestFault.Late)
        {
            using var body = new MemoryStream();
            message.Request.Content!.WriteTo(body, message.CancellationToken);
            message.Request.Headers.TryGetValue("x-ms-lease-id", out var lease);
            message.Request.Headers.TryGetValue("x-ms-blob-condition-appendpos", out var position);
            var path = message.Request.Uri.ToUri().AbsolutePath.Split('/');
            late.Add(new($"{path[^2]}/{path[^1]}", lease!, long.Parse(position!), body.ToArray()));
        }

        return fault is null or RequestFault.AnswerLost or RequestFault.AnsweredWithError;
    }

    private sealed record LateAppend(string Blob, string Lease, long Position, byte[] Body);
}
