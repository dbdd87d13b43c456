using System.Text;
using System.Text.Json;

namespace ResultsGrid.Tests.Access;

/// <summary>An answer as it came: status, every header in order, every byte.</summary>
public sealed record WireAnswer(int Status, string Headers, byte[] Body)
{
    private const int ShownBytes = 300;

    /// <summary>The last part of the problem's type; null where the answer is none.</summary>
    public string? Problem
    {
        get
        {
            if (Body.Length == 0 || !Headers.Contains("application/problem+json", StringComparison.Ordinal)) return null;
            using var json = JsonDocument.Parse(Body);
            return json.RootElement.GetProperty("type").GetString()!.Split('/')[^1];
        }
    }

    /// <summary>The gateway could not confirm its lease. A HEAD's answer has no body to say which 503 it is: it counts as one.</summary>
    public bool IsOutOfTouch => Status == 503 && (Body.Length == 0 || Problem == "out-of-touch");

    public string Text => Encoding.UTF8.GetString(Body);

    public string Start => Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, ShownBytes)));

    /// <summary>Null where the other is alike byte for byte; else the first difference.</summary>
    public string? Difference(WireAnswer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Status != other.Status) return $"status {Status}, and {other.Status}";
        if (Headers != other.Headers) return $"headers\n{Headers}and\n{other.Headers}";
        return Body.AsSpan().SequenceEqual(other.Body) ? null : $"bodies of {Body.Length} and {other.Body.Length} bytes:\n{Start}\nand\n{other.Start}";
    }
}
