using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.LoadTests.Clusters;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Tests.Azure;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>Who may call a node's grains: other nodes, and nobody else.</summary>
[Collection(RealTime.Name)]
public sealed class NodeTlsTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    /// <summary>A refusal takes milliseconds; a connection that is merely ignored would be taken for one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_node_hangs_up_on_whoever_shows_no_certificate_of_its_authority_and_talks_to_whoever_does()
    {
        var ours = Certificates("ours");
        var strangers = Certificates("strangers");
        var port = FreePort.Next();
        var name = "tls-" + Path.GetFileName(folder.Path).ToLowerInvariant();
        using var node = await GatewayProcess.Start(
            Path.Combine(AppContext.BaseDirectory, "ResultsGrid.Silo.dll"),
            ["--urls", "http://127.0.0.1:0", "--demonstration", "none", "--silo-port", $"{port}", "--cluster", name, "--data", folder.Path],
            new Dictionary<string, string>(ours.Settings.Select(one => KeyValuePair.Create($"Cluster__Tls__{one.Key}", one.Value)))
            {
                ["Storage__ConnectionString"] = azurite.ConnectionString,
                ["Storage__Container"] = name,
            });

        Assert.True(await IsTalkedTo(port, ours));
        Assert.False(await IsTalkedTo(port, strangers));
        Assert.False(await IsTalkedTo(port, certificates: null));
        using var plain = new TcpClient("127.0.0.1", port);
        await plain.GetStream().WriteAsync(new byte[64]);
        Assert.Equal(0, await Read(plain.GetStream()));
    }

    [Fact]
    public void A_node_on_an_account_does_not_start_without_certificates_unless_the_network_is_said_to_be_trusted()
    {
        Assert.Contains("Cluster:Tls is not set", Refusal().Message, StringComparison.Ordinal);
        Assert.Contains("no Key", Refusal(("Cluster:Tls:Certificate", "node.pem"), ("Cluster:Tls:Authority", "authority.pem")).Message, StringComparison.Ordinal);
        Assert.Contains("it is true or false", Refusal(("Cluster:TrustedNetwork", "perhaps")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_the_authority_has_not_signed_stops_the_start()
    {
        var (ours, strangers) = (Certificates("ours"), Certificates("strangers"));
        var fault = Refusal(("Cluster:Tls:Certificate", strangers.Certificate), ("Cluster:Tls:Key", strangers.Key), ("Cluster:Tls:Authority", ours.Authority));
        Assert.Contains("not signed by", fault.Message, StringComparison.Ordinal);
        Assert.Contains("can't be read", Refusal(("Cluster:Tls:Certificate", ours.Certificate), ("Cluster:Tls:Key", strangers.Key), ("Cluster:Tls:Authority", ours.Authority)).Message, StringComparison.Ordinal);
    }

    private static async Task<bool> IsTalkedTo(int port, ClusterCertificates? certificates)
    {
        using var client = new TcpClient("127.0.0.1", port);
        await using var secured = new SslStream(client.GetStream());
        try
        {
            await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = "resultsgrid",
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
                ClientCertificates = certificates is null ? null : [X509Certificate2.CreateFromPemFile(certificates.Certificate, certificates.Key)],
            });
            // TLS 1.3 tells a client that it is refused only behind the handshake. A silo says who it is by itself.
            return await Read(secured) > 0;
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException)
        {
            return false;
        }
    }

    private static async Task<int> Read(Stream stream)
    {
        try
        {
            return await stream.ReadAsync(new byte[16]).AsTask().WaitAsync(Patience);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static ArgumentException Refusal(params (string Key, string Value)[] settings) => Assert.Throws<ArgumentException>(() =>
    {
        var builder = NodeHost.CreateBuilder(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        var account = AzureStorageOptions.WithConnectionString("DefaultEndpointsProtocol=https;AccountName=board;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net");
        NodeHost.Build(builder, new NodeSettings(new AzureStorage(account), Data: "", "http://127.0.0.1:0"));
    });

    private ClusterCertificates Certificates(string name) => new(Directory.CreateDirectory(folder.File(name)).FullName, TimeProvider.System);
}
