using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills;

/// <summary>What is published of one series: each centre has its old version or its new one, whole, and no number between is missing.</summary>
public sealed class PublishedCentres(SeriesCode series, IReadOnlyList<CentreNumber> centres, KillReport report)
{
    private static readonly string[] EdiFiles = ["results-file", "unit-results-file"];

    private readonly Dictionary<CentreNumber, Kept> withdrawals = centres.ToDictionary(centre => centre, centre => new Kept($"withdrawals of centre {centre} in {series}", report));

    /// <summary>The documents of a variant, but for EDI files: their names and headers count on.</summary>
    private readonly Dictionary<(CentreNumber Centre, int Variant), string> seen = [];
    private Dictionary<CentreNumber, ImmutableSortedDictionary<string, PublishedFile>> current =
        centres.ToDictionary(centre => centre, _ => ImmutableSortedDictionary<string, PublishedFile>.Empty);

    private int version;
    private bool isChanging;

    /// <summary>A publication of new results is about to begin.</summary>
    public void Begin() => isChanging = true;

    /// <summary>The publication has ended: every centre has the next version, whole, readable and this variant's.</summary>
    public async Task End(Calls calls, string secret, int variant)
    {
        // Asked for first and taken over at the end: killed in between, this is done again.
        var next = new Dictionary<CentreNumber, ImmutableSortedDictionary<string, PublishedFile>>();
        foreach (var centre in centres)
        {
            next[centre] = await PublishedFile.List(calls, secret, Address(centre));
            Judge(centre, next[centre], version + 1);
            var zip = (await calls.Get(secret, $"{Address(centre)}/documents.zip")).Expect(200);
            PublishedFile.VerifyZip($"{Address(centre)}/documents.zip", zip.Body, next[centre].Values, report);
        }

        (version, isChanging, current) = (version + 1, false, next);
        foreach (var centre in centres)
        {
            withdrawals[centre].Begin("publication", []);
            withdrawals[centre].End();
            CompareWithEarlier(centre, variant);
        }
    }

    public async Task Check(Calls calls, string secret, bool isUnderWay)
    {
        foreach (var centre in centres)
        {
            var files = await PublishedFile.List(calls, secret, Address(centre));
            if (isChanging && isUnderWay && Version(files) == version + 1) continue;

            var kept = withdrawals[centre];
            kept.Compare(files.Where(file => file.Value.Withdrawn is not null).Select(file => file.Key));
            Judge(centre, files, version);
            var whole = files.ToImmutableSortedDictionary(file => file.Key, file => file.Value with { Withdrawn = null });
            PublishedFile.Compare($"documents of centre {centre} in {series}{(isUnderWay ? ", a job under way" : "")}", current[centre], whole, report);
        }
    }

    /// <summary>A document of the present version that is not withdrawn yet.</summary>
    public (CentreNumber Centre, string Id) Any(Random chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        var all = centres.SelectMany(centre => current[centre].Keys.Except(withdrawals[centre].Lines).Select(id => (centre, id))).ToList();
        return all[chance.Next(all.Count)];
    }

    public Task Withdraw(CentreNumber centre, string id, Func<Task<Answer>> send)
        => withdrawals[centre].Write("withdrawal", withdrawals[centre].Lines.Add(id), send, 204);

    private void CompareWithEarlier(CentreNumber centre, int variant)
    {
        var content = string.Join('\n', current[centre].Where(file => !EdiFiles.Contains(file.Key)).Select(file => $"{file.Key} {file.Value.Sha256}"));
        if (seen.TryAdd((centre, variant), content)) return;
        report.Check();
        if (seen[(centre, variant)] != content) throw new LostException($"documents of centre {centre} in {series}, published again", seen[(centre, variant)], content);
    }

    private string Address(CentreNumber centre) => $"centres/{centre}/series/{series}";

    private void Judge(CentreNumber centre, ImmutableSortedDictionary<string, PublishedFile> files, int expected)
    {
        report.Check();
        if (Version(files) != expected)
            throw new LostException($"version of centre {centre} in {series}", Text(expected), Text(Version(files)));
    }

    private static int Version(ImmutableSortedDictionary<string, PublishedFile> files) => files.IsEmpty ? 0 : files.First().Value.Version;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
