using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Tests.SeriesFiles;

namespace ResultsGrid.Tests.BadInput;

/// <summary>The real process under input that asks for much memory.</summary>
public sealed class ProcessMemoryTests
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A service at rest takes some 100 MB; what one package may take in is held at a time.</summary>
    private const long MostBytes = 600 * Megabyte;

    [Fact]
    public async Task Bombs_floods_and_long_heads_leave_the_process_small_and_serving()
    {
        var data = Directory.CreateTempSubdirectory("resultsgrid-").FullName;
        try
        {
            var password = await GatewayProcess.AddOperator(data, "anna");
            using var gateway = await GatewayProcess.Start(data);
            using var anna = await OperatorClient.SignIn(gateway.Address, new Credentials("board.anna", password), CancellationToken.None);
            using var http = new HttpClient { BaseAddress = gateway.Address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", anna.Token);

            // 400 MB of blank lines in 400 KB, in each file of a package: the ratio refuses it at once.
            var bomb = RawZip.Deflated(new byte[400 * Megabyte]);
            var zip = new RawZip();
            foreach (var name in new SamplePackage().Names) zip.Add(name, bomb, 400 * Megabyte);
            var package = zip.ToStream().ToArray();
            for (var count = 0; count < 5; count++) await Refused(http, package, HttpStatusCode.UnprocessableEntity);

            var noise = new byte[20 * Megabyte];
            new Random(FuzzRun.Seed).NextBytes(noise);
            for (var count = 0; count < 5; count++) await Refused(http, noise, HttpStatusCode.UnprocessableEntity);

            await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (_, cancellation) =>
            {
                using var deep = new StringContent(new string('[', 60_000), Encoding.UTF8, "application/json");
                using var answer = await http.PostAsync("/api/v1/session", deep, cancellation);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
                using var longHead = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session?" + new string('q', 6_000));
                longHead.Headers.TryAddWithoutValidation("If-None-Match", string.Concat(Enumerable.Repeat("\"a\", ", 4_000)));
                using var read = await http.SendAsync(longHead, cancellation);
                Assert.Equal(HttpStatusCode.OK, read.StatusCode);
            });

            using var live = await http.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
            Assert.True(gateway.PeakMemoryBytes < MostBytes, $"the process took {gateway.PeakMemoryBytes / Megabyte} MB; {MostBytes / Megabyte} are the most");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task Refused(HttpClient http, byte[] package, HttpStatusCode status)
    {
        using var content = new ByteArrayContent(package) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        using var answer = await http.PostAsync("/api/v1/series", content);
        Assert.Equal(status, answer.StatusCode);
    }
}
