using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>A candidate as their line gives them, and their work as other files add to it. There are a million at most, so lists are arrays that fit.</summary>
internal sealed class CandidateDraft
{
    public required int Line { get; init; }

    public required CandidateNumber Number { get; init; }

    public required CandidateName Name { get; init; }

    public required DateOnly DateOfBirth { get; init; }

    public required Uci Uci { get; init; }

    public required Uln? Uln { get; init; }

    public required bool HasSingleUci { get; init; }

    /// <summary>Units entered, and the components of linear certification entries.</summary>
    public AssessmentCode[] Entries { get; private set; } = [];

    public CertificationEntry[] CertificationEntries { get; private set; } = [];

    public AssessmentMark[] Marks { get; private set; } = [];

    public EarlierResult[] EarlierResults { get; private set; } = [];

    public SpecialConsideration[] SpecialConsiderations { get; private set; } = [];

    public bool IsEntered(AssessmentCode assessment) => Array.IndexOf(Entries, assessment) >= 0;

    public AssessmentMark? MarkIn(AssessmentCode assessment) => Array.Find(Marks, mark => mark.Assessment == assessment);

    public void Add(AssessmentCode entry) => Entries = [.. Entries, entry];

    public void Add(CertificationEntry entry) => CertificationEntries = [.. CertificationEntries, entry];

    public void Add(AssessmentMark mark) => Marks = [.. Marks, mark];

    public void Add(EarlierResult result) => EarlierResults = [.. EarlierResults, result];

    public void Add(SpecialConsideration decision) => SpecialConsiderations = [.. SpecialConsiderations, decision];

    /// <summary>The candidate with their work in code order, whatever the order of the lines was.</summary>
    public CandidateEntry ToEntry()
    {
        Array.Sort(Entries);
        return new CandidateEntry(Number, Name, DateOfBirth, Uci, Uln, new CandidateWork(
            Entries,
            InOrder(CertificationEntries, entry => entry.Qualification),
            InOrder(Marks, mark => mark.Assessment),
            InOrder(EarlierResults, result => (result.Assessment, result.Series.Chronology())),
            InOrder(SpecialConsiderations, decision => (decision.Assessment, (decision as SpecialConsideration.AbsentUnit)?.Qualification)),
            HasSingleUci));
    }

    private static T[] InOrder<T, TKey>(T[] items, Func<T, TKey> key)
    {
        if (items.Length > 1) items = [.. items.OrderBy(key)];
        return items;
    }
}
