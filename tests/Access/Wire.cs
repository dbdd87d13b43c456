using System.Net.Http.Headers;
using System.Text;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Access;

/// <summary>Sends requests to a gateway and takes whole answers, nothing added, tidied or decompressed on the way.</summary>
public sealed class Wire(TestGateway gateway) : IDisposable
{
    /// <summary>Paths as they are: a client's tidying must not hide what a hostile one sends.</summary>
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public Task<WireAnswer> Send(WireRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return gateway.Balancer.Ask(node => Send(request, node), answer => Task.FromResult(answer.IsOutOfTouch));
    }

    public void Dispose() => http.Dispose();

    private async Task<WireAnswer> Send(WireRequest request, Uri node)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(node.ToString().TrimEnd('/') + request.Path, AsItIs));
        // Two gateways are two ports; what they answer must not depend on that.
        message.Headers.Host = "results.test";
        if (request.Visitor.Secret is { } secret) message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {secret}");
        foreach (var (name, value) in request.Headers) message.Headers.TryAddWithoutValidation(name, value);
        if (request.Body is { } body) message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        using var answer = await http.SendAsync(message, CancellationToken.None);
        var content = await answer.Content.ReadAsByteArrayAsync();
        var headers = new StringBuilder();
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)) headers.Append(name).Append(": ").AppendJoin(", ", values).Append('\n');
        return new((int)answer.StatusCode, headers.ToString(), content);
    }
}
