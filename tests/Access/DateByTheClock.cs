using System.Globalization;
using Microsoft.Net.Http.Headers;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Access;

/// <summary>Gives every answer its Date from the test's clock, where Kestrel would give it the machine's: so no header has to be left out of a comparison.</summary>
internal sealed class DateByTheClock([FromKeyedServices(Clocks.Service)] TimeProvider clock) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, following) =>
        {
            // As late as Kestrel would, since a fault clears what was set before.
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.TryAdd(HeaderNames.Date, clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
                return Task.CompletedTask;
            });
            return following(http);
        });
        next(app);
    };
}
