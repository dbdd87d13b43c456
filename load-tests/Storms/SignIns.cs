using System.Text.Json;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Storms;

/// <summary>The sign-ins of a storm: a third right, a third wrong at every centre, a third guesses at one.</summary>
/// <param name="people">Two or more; the last is the quiet centre's.</param>
/// <param name="centres">All that there are, as in their numbers.</param>
public sealed class SignIns(WireAddress address, IReadOnlyList<NightAccess> people, IReadOnlyList<string> centres)
{
    private const int GuessedNames = 10_000;
    private static readonly TimeSpan QuietEvery = TimeSpan.FromSeconds(2);

    /// <summary>Of one person of the storm.</summary>
    public NightAccess First => people[0];

    public LoadRequest Storm(Random chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        return chance.Next(3) switch
        {
            0 => Of(SignInKind.Right, people[chance.Next(people.Count - 1)]),
            1 => Of(SignInKind.Wrong, $"{centres[chance.Next(centres.Count)]}.nobody-{chance.Next(GuessedNames)}", "wrong"),
            _ => Guess(chance),
        };
    }

    /// <summary>At one centre, under names that are not locked yet.</summary>
    public LoadRequest Guess(Random chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        return Of(SignInKind.Wrong, $"{centres[0]}.guess-{chance.Next(GuessedNames)}", "guessed");
    }

    /// <summary>One after the other at the quiet centre, over a duration.</summary>
    public IReadOnlyList<Arrival> Quiet(TimeSpan duration)
        => [.. Enumerable.Range(0, (int)Math.Ceiling(duration / QuietEvery)).Select(number => new Arrival((number + 0.5) * QuietEvery, Of(SignInKind.Quiet, people[^1]))).Where(one => one.Due < duration)];

    private LoadRequest Of(string kind, NightAccess person) => Of(kind, person.User!, person.Password!);

    private LoadRequest Of(string kind, string user, string password)
        => new(kind, WireRequest.WriteJson(address, "POST", "/api/v1/session", JsonSerializer.SerializeToUtf8Bytes(new Credentials(user, password), ContractJson.Options)));
}
