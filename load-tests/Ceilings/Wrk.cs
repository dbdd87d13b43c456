using System.Diagnostics;
using System.Globalization;
using System.Text;
using ResultsGrid.LoadTests.Latencies;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>Runs wrk, Debian's HTTP load generator, over a list of requests, one after the other on every connection.</summary>
public sealed class Wrk(string folder)
{
    private const string Script = """
        local requests, n, i = {}, 0, 0
        function init(args)
          for line in io.lines(args[1]) do
            local path, key, condition = line:match("^(%S+) (%S+) ?(.*)$")
            local headers = { Authorization = "Bearer " .. key }
            if condition ~= "" then headers["If-None-Match"] = condition end
            n = n + 1
            requests[n] = wrk.format("GET", path, headers)
          end
        end
        function request()
          i = i % n + 1
          return requests[i]
        end
        function done(summary, latency, _)
          local e = summary.errors
          print(string.format("FIGURES %d %d %d", summary.requests, summary.duration, e.connect + e.read + e.write + e.timeout + e.status))
          for number = 1, #latency do print(string.format("LATENCY %d %d", latency(number))) end
        end
        """;

    /// <exception cref="InvalidOperationException">wrk is not installed, or failed.</exception>
    public async Task<WrkFigures> Run(Uri address, IEnumerable<string> requests, int connections, TimeSpan duration, CancellationToken cancellation)
    {
        var script = Path.Combine(folder, "requests.lua");
        var list = Path.Combine(folder, "requests.txt");
        await File.WriteAllTextAsync(script, Script, cancellation);
        await File.WriteAllLinesAsync(list, requests, cancellation);
        using var wrk = Start(new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{(int)duration.TotalSeconds}s", "-s", script, address.ToString(), "--", list])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        var complaint = wrk.StandardError.ReadToEndAsync(cancellation);
        var said = await wrk.StandardOutput.ReadToEndAsync(cancellation);
        await wrk.WaitForExitAsync(cancellation);
        if (Lines(said, "FIGURES ").FirstOrDefault() is not [var answered, var took, var errors]) throw new InvalidOperationException($"wrk failed: {await complaint} {said}");
        var latencies = new LatencyHistogram();
        foreach (var one in Lines(said, "LATENCY ")) latencies.Record(TimeSpan.FromMicroseconds(one[0]), one[1]);
        return new WrkFigures(answered, TimeSpan.FromMicroseconds(took), errors, latencies);
    }

    /// <summary>A line of the list: path, key, and the ETag that the client has, if it is to have one.</summary>
    public static string Line(CeilingDocument document, string? etag)
    {
        ArgumentNullException.ThrowIfNull(document);
        var line = new StringBuilder(document.Path).Append(' ').Append(document.Key);
        return etag is null ? line.ToString() : line.Append(' ').Append(etag).ToString();
    }

    private static IEnumerable<long[]> Lines(string said, string head) => said.Split('\n').Where(line => line.StartsWith(head, StringComparison.Ordinal))
        .Select(line => line[head.Length..].Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray());

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("wrk is not installed: apt-get install wrk nginx-light.", missing);
        }
    }
}
