using System.Security.Cryptography;
using ResultsGrid.Grains.Results;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Pipeline;

namespace ResultsGrid.Tests.Browsers;

/// <summary>What lies in a person's downloads folder after a click.</summary>
public sealed class DownloadTests(DownloadPage page) : IClassFixture<DownloadPage>
{
    [Theory]
    [InlineData(Engine.Chromium)]
    [InlineData(Engine.Firefox)]
    [InlineData(Engine.WebKit)]
    public async Task A_browser_saves_every_document_whole_and_under_its_exact_name(Engine engine)
    {
        var documents = (await page.Officer.Json(page.Documents)).GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(Enum.GetNames<DocumentKind>().Order(), documents.Select(document => document.GetProperty("kind").GetString()!).Order(), StringComparer.OrdinalIgnoreCase);
        using var folder = new DownloadFolder();
        await using var browser = await TestedBrowser.Start(engine, folder.Path);
        await browser.Open(page.Address);

        foreach (var document in documents)
        {
            var expected = document.GetProperty("fileName").GetString()!;
            await browser.Follow(document.GetProperty("id").GetString()!);
            var (name, content) = await folder.Next(expected);
            Assert.Equal(expected, name);
            Assert.Equal(document.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(content)));
        }
    }

    /// <summary>Some browsers, which may be none of those that run here, add .txt to a text whose ending they don't know.</summary>
    [Theory]
    [InlineData("results-file", "application/octet-stream")]
    [InlineData("unit-results-file", "application/octet-stream")]
    [InlineData("xml-results-file", "application/xml")]
    [InlineData("broadsheet-csv", "text/csv")]
    public async Task A_media_type_says_no_more_than_the_names_ending(string id, string mediaType)
    {
        using var answer = await page.Officer.GetAsync($"{page.Documents}/{id}");
        Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData(Engine.Chromium)]
    [InlineData(Engine.Firefox)]
    [InlineData(Engine.WebKit)]
    public async Task A_browser_saves_the_ZIP_of_all_documents_and_a_name_beyond_ASCII(Engine engine)
    {
        using var folder = new DownloadFolder();
        await using var browser = await TestedBrowser.Start(engine, folder.Path);
        await browser.Open(page.Address);

        var expected = $"{InventedSeries.Code}_{page.Documents.Split('/')[1]}_results.zip";
        await browser.Follow(DownloadPage.All);
        var (name, content) = await folder.Next(expected);
        Assert.Equal(expected, name);
        Assert.Equal(await page.Officer.GetByteArrayAsync($"{page.Documents}.zip"), content);

        await browser.Follow(DownloadPage.BeyondAscii);
        Assert.Equal(DownloadPage.BeyondAsciiName, (await folder.Next(DownloadPage.BeyondAsciiName)).Name);
    }
}
