using System.Collections.Concurrent;
using System.Security.Cryptography;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.LoadTests.Nights.Findings;
using ResultsGrid.LoadTests.Nights.Plans;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>Fetches a centre's documents for one client, whole or in two parts, and checks each.</summary>
public sealed class DocumentFetcher(Night night, NightClientPlan plan, string secret)
{
    /// <summary>Where a fetch breaks off that is to be resumed.</summary>
    private const int BreakingPoint = 1_000;

    private readonly ConcurrentDictionary<string, string> eTags = new();

    public FetchCount Fetches { get; } = new();

    private CentreNumber Centre => plan.Centre;

    public byte[] Request(string method, string below, params ReadOnlySpan<string> headers)
    {
        var (authorization, path) = ($"Authorization: Bearer {secret}", $"/api/v1/centres/{Centre}/series/{night.Series}/{below}");
        return plan.Encoding is { } encoding
            ? WireRequest.Write(night.Address, method, path, [authorization, $"Accept-Encoding: {encoding}", .. headers])
            : WireRequest.Write(night.Address, method, path, [authorization, .. headers]);
    }

    /// <returns>Whether it has come whole.</returns>
    public async Task<bool> Fetch(PatientLine line, ListedFile file, TimeSpan due, bool isDecompressed, bool breaksOff)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(file);
        var where = Where(file);
        var head = plan.Heads ? await line.Ask(new NightRequest(RequestKind.Revalidation, Request("HEAD", $"documents/{file.Id}"), IsHead: true), due, where, [200]) : null;
        var body = breaksOff ? await Resumed(line, file, due) : await Whole(line, file, due, isDecompressed);
        if (body is null) return false;
        body.Check(file, Centre, plan.Encoding, where, night.Findings, night.Bodies);
        if (head is not null) night.Findings.Equal($"{head.ETag} {head.Length}", $"{body.ETag} {body.Bytes}", Check.EveryByte, $"{where}, of which HEAD told");
        if (body.ETag is not null) eTags[file.Id] = body.ETag;
        return true;
    }

    /// <summary>Asks whether what it has is still current.</summary>
    public async Task Revalidate(PatientLine line, ListedFile file, TimeSpan due)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(file);
        if (!eTags.TryGetValue(file.Id, out var eTag)) return;
        var request = new NightRequest(RequestKind.Revalidation, Request("GET", $"documents/{file.Id}", $"If-None-Match: \"{eTag}\""));
        if (await line.Ask(request, due, Where(file), [304]) is { } answer)
            night.Findings.Equal($"{eTag}, 0 bytes", $"{answer.ETag}, {answer.Bytes} bytes", Check.EveryByte, $"{Where(file)}, asked for again");
    }

    private async Task<ReceivedBody?> Whole(PatientLine line, ListedFile file, TimeSpan due, bool isDecompressed)
    {
        var request = new NightRequest(RequestKind.Document, Request("GET", $"documents/{file.Id}"), KeepsBody: isDecompressed && plan.Encoding is not null);
        if (await line.Ask(request, due, Where(file), [200], () => Fetches.BreakOff(file.Id)) is not { } answer) return null;
        Fetches.Complete(file.Id);
        return new ReceivedBody(answer.Encoding, answer.ETag, answer.Hash, answer.Bytes, answer.Body);
    }

    /// <summary>The connection breaks in the middle, and a range brings the rest.</summary>
    private async Task<ReceivedBody?> Resumed(PatientLine line, ListedFile file, TimeSpan due)
    {
        var where = Where(file);
        var begin = new NightRequest(RequestKind.Document, Request("GET", $"documents/{file.Id}"), KeepsBody: true, BreaksOffAfter: BreakingPoint);
        if (await line.Ask(begin, due, where, [200], () => Fetches.BreakOff(file.Id)) is not { } first) return null;
        if (first.Bytes == first.Length)
        {
            Fetches.Complete(file.Id);
            return new ReceivedBody(first.Encoding, first.ETag, first.Hash, first.Bytes, first.Body);
        }

        Fetches.BreakOff(file.Id);
        var rest = new NightRequest(
            RequestKind.Document, Request("GET", $"documents/{file.Id}", $"Range: bytes={first.Bytes}-", $"If-Range: \"{first.ETag}\""), KeepsBody: true);
        if (await line.Ask(rest, night.Clock.Now, where, [206], () => Fetches.BreakOff(file.Id)) is not { } second) return null;
        Fetches.Complete(file.Id);
        night.Findings.Equal($"bytes {first.Bytes}-{first.Length - 1}/{first.Length}", second.ContentRange, Check.EveryByte, $"{where}, resumed");
        byte[] whole = [.. first.Body!, .. second.Body!];
        return new ReceivedBody(second.Encoding, second.ETag, Convert.ToHexStringLower(SHA256.HashData(whole)), whole.Length, whole);
    }

    private string Where(ListedFile file) => $"centre {Centre}, document {file.Id}";
}
