namespace ResultsGrid.Tests.Browsers;

/// <summary>The engines that browsers are made of.</summary>
public enum Engine
{
    Chromium,
    Firefox,
    WebKit,
}
