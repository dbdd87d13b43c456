using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ResultsGrid.Tests.Browsers;

/// <summary>Firefox by Marionette, its own protocol for being driven: WebDriver's commands as JSON arrays, each behind its length.</summary>
internal sealed class Firefox : TestedBrowser
{
    private readonly DirectoryInfo profile;
    private readonly BrowserProgram program;
    private readonly TcpClient connection = new();
    private int commands;

    private Firefox(DirectoryInfo profile, BrowserProgram program) => (this.profile, this.program) = (profile, program);

    public static async Task<TestedBrowser> Start(string downloads)
    {
        var profile = Directory.CreateTempSubdirectory("firefox-");
        await File.WriteAllTextAsync(Path.Combine(profile.FullName, "user.js"), $"""
            user_pref("marionette.port", 0);
            user_pref("browser.download.folderList", 2);
            user_pref("browser.download.dir", "{downloads}");
            """);
        var program = new BrowserProgram("firefox-esr", "firefox-esr", ["--headless", "--marionette", "--no-remote", "--profile", profile.FullName],
            new Dictionary<string, string> { ["HOME"] = profile.FullName });
        var firefox = new Firefox(profile, program);
        await firefox.connection.ConnectAsync(IPAddress.Loopback, int.Parse(await program.Says("Listening on port "), CultureInfo.InvariantCulture));
        await firefox.Read();
        await firefox.Command("WebDriver:NewSession", new { });
        return firefox;
    }

    public override Task Open(Uri page) => Command("WebDriver:Navigate", new { url = page.AbsoluteUri });

    public override Task Follow(string link) => Command("WebDriver:ExecuteScript", new { script = Click, args = new[] { link } });

    public override async ValueTask DisposeAsync()
    {
        await Command("Marionette:Quit", new { });
        await program.Ends();
        connection.Dispose();
        program.Dispose();
        profile.Delete(recursive: true);
    }

    private async Task Command(string name, object parameters)
    {
        var command = JsonSerializer.SerializeToUtf8Bytes(new[] { 0, ++commands, name, parameters });
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{command.Length}:"));
        await connection.GetStream().WriteAsync(command);
        var error = (await Read())[2];
        Assert.True(error.ValueKind == JsonValueKind.Null, $"{name}: {error}");
    }

    private async Task<JsonElement> Read()
    {
        var (digits, digit) = ("", new byte[1]);
        while (true)
        {
            await connection.GetStream().ReadExactlyAsync(digit);
            if (digit[0] == ':') break;
            digits += (char)digit[0];
        }

        var message = new byte[int.Parse(digits, CultureInfo.InvariantCulture)];
        await connection.GetStream().ReadExactlyAsync(message);
        return JsonDocument.Parse(message).RootElement;
    }
}
