namespace ResultsGrid.Tests.Browsers;

/// <summary>A real browser, as Debian ships it, without a screen. What it is told to save goes into one folder.</summary>
internal abstract class TestedBrowser : IAsyncDisposable
{
    /// <summary>As a person would click it.</summary>
    protected const string Click = "document.getElementById(arguments[0]).click()";

    public static async Task<TestedBrowser> Start(Engine engine, string downloads) => engine switch
    {
        Engine.Chromium => await Chromium.Start(downloads),
        Engine.Firefox => await Firefox.Start(downloads),
        _ => await WebKit.Start(downloads),
    };

    public abstract Task Open(Uri page);

    /// <summary>Follows a link of the page that is open.</summary>
    /// <param name="link">Its id.</param>
    public abstract Task Follow(string link);

    public abstract ValueTask DisposeAsync();
}
