using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Tests.Awarding;

namespace ResultsGrid.Tests.Formats;

public sealed class IdentifierTests
{
    public static TheoryData<string, string, string> PublishedNumbers
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var line in PublishedVectors.Of("uci-vectors.csv")) data.Add(line["kind"], line["body"], line["check"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PublishedNumbers))]
    public void A_published_number_is_taken_with_its_own_check_character_and_with_no_other(string kind, string body, string check)
    {
        var taken = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".Where(other => IsTaken(kind, body + other));
        Assert.Equal(check, string.Concat(taken));
    }

    [Theory]
    [InlineData("UCI")]
    [InlineData("ULN")]
    public void A_published_number_with_two_digits_changed_over_is_refused(string kind)
    {
        foreach (var line in PublishedVectors.Of("uci-vectors.csv").Where(line => line["kind"] == kind))
        {
            var number = line["body"] + line["check"];
            for (var at = 0; at + 2 < number.Length; at++)
            {
                var changed = number[..at] + number[at + 1] + number[at] + number[(at + 2)..];
                Assert.True(changed == number || !IsTaken(kind, changed), $"{kind} {changed} was taken for {number}.");
            }
        }
    }

    private static bool IsTaken(string kind, string text)
        => kind == "UCI" ? Uci.TryParse(text, null, out _) : Uln.TryParse(text, null, out _);
}
