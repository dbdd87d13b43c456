using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ResultsGrid.Gateway.Server;
using ResultsGrid.LoadTests.Ceilings;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.Tests.Server;

public class ServerLimitsTests
{
    [Fact]
    public async Task No_connection_is_of_http_2_whose_control_frames_would_keep_a_thread()
    {
        var folder = Directory.CreateTempSubdirectory("resultsgrid-certificate-");
        var files = new Certificate(folder.FullName, TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("https://127.0.0.1:0").UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
        {
            ServerLimits.Apply(server);
            server.ConfigureHttpsDefaults(https => https.ServerCertificate = X509Certificate2.CreateFromPemFile(files.CertificateFile, files.KeyFile));
        });
        await using var app = builder.Build();
        await app.StartAsync();

        await using var stream = await WireStream.Open(WireAddress.Of(new Uri(app.Urls.Single())), CancellationToken.None, SslApplicationProtocol.Http2, SslApplicationProtocol.Http11);
        Assert.Equal(SslApplicationProtocol.Http11, ((SslStream)stream).NegotiatedApplicationProtocol);
        folder.Delete(recursive: true);
    }
}
