using Microsoft.Playwright;

namespace ResultsGrid.Tests.Browsers;

/// <summary>Chromium by Playwright.</summary>
internal sealed class Chromium : TestedBrowser
{
    private const string Program = "/usr/bin/chromium";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;

    private Chromium(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, this.page) = (playwright, browser, page);

    public static async Task<TestedBrowser> Start(string downloads)
    {
        if (!File.Exists(Program)) throw BrowserProgram.Missing("Chromium", "chromium");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, ChromiumSandbox = Environment.UserName != "root" });
        var page = await browser.NewPageAsync();

        // Playwright has files saved under names of its own; what is tested is the browser's choice.
        var devTools = await browser.NewBrowserCDPSessionAsync();
        var targets = (await devTools.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos").EnumerateArray();
        var context = targets.First(target => target.GetProperty("type").GetString() == "page").GetProperty("browserContextId").GetString()!;
        await devTools.SendAsync("Browser.setDownloadBehavior", new() { ["behavior"] = "allow", ["browserContextId"] = context, ["downloadPath"] = downloads });
        return new Chromium(playwright, browser, page);
    }

    public override Task Open(Uri page) => this.page.GotoAsync(page.AbsoluteUri);

    public override Task Follow(string link) => page.ClickAsync($"id={link}");

    public override async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
