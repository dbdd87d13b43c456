using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.Tests.Browsers;

/// <summary>WebKitGTK's own small browser by WebDriver, on a screen in memory: it has no mode without one.</summary>
internal sealed class WebKit : TestedBrowser
{
    private readonly DirectoryInfo home;
    private readonly BrowserProgram screen;
    private readonly ServerProcess driver;
    private readonly HttpClient http;
    private string session = "session";

    private WebKit(DirectoryInfo home, BrowserProgram screen, ServerProcess driver, Uri address)
    {
        (this.home, this.screen, this.driver) = (home, screen, driver);
        http = new HttpClient { BaseAddress = address };
    }

    public static async Task<TestedBrowser> Start(string downloads)
    {
        var home = Directory.CreateTempSubdirectory("webkit-");
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "user-dirs.dirs"), $"XDG_DOWNLOAD_DIR=\"{downloads}\"\n");
        // It ends with its last client, the browser.
        var screen = new BrowserProgram("Xvfb", "xvfb", ["-displayfd", "1", "-nolisten", "tcp", "-terminate"], new Dictionary<string, string>());
        var environment = new Dictionary<string, string> { ["DISPLAY"] = $":{await screen.Says("")}", ["HOME"] = home.FullName, ["XDG_CONFIG_HOME"] = home.FullName };

        var port = FreePort.Next();
        var webKit = new WebKit(home, screen, Driver([$"--port={port}"], environment), new Uri($"http://127.0.0.1:{port}/"));
        await webKit.driver.Answers(new Uri(webKit.http.BaseAddress!, "status"), TimeProvider.System);
        var opened = await webKit.Command("", new { capabilities = new { } });
        webKit.session = $"session/{opened.GetProperty("sessionId").GetString()}";
        return webKit;
    }

    public override Task Open(Uri page) => Command("/url", new { url = page.AbsoluteUri });

    public override Task Follow(string link) => Command("/execute/sync", new { script = Click, args = new[] { link } });

    public override async ValueTask DisposeAsync()
    {
        (await http.DeleteAsync(session)).Dispose();
        await screen.Ends();
        http.Dispose();
        driver.Dispose();
        screen.Dispose();
        home.Delete(recursive: true);
    }

    private static ServerProcess Driver(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        const string program = "WebKitWebDriver";
        try
        {
            return new ServerProcess(program, arguments, environment);
        }
        catch (Win32Exception missing)
        {
            throw BrowserProgram.Missing(program, "webkit2gtk-driver", missing);
        }
    }

    private async Task<JsonElement> Command(string name, object parameters)
    {
        using var body = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync($"{session}{name}", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{name}: {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("value");
    }
}
