using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ResultsGrid.LoadTests.Kills.Answers;

/// <summary>What the service answered to one request.</summary>
public sealed record Answer(string Request, int Status, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <exception cref="LostException">It is another status: the model of the drill and the service disagree.</exception>
    public Answer Expect(params int[] statuses)
        => statuses.Contains(Status) ? this : throw new LostException(Request, string.Join(" or ", statuses), string.Create(CultureInfo.InvariantCulture, $"{Status} {Text}"));
}
