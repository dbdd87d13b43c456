using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>candidates.csv: who was entered, by centre and candidate number.</summary>
/// <param name="lastBirth">Nobody is born after the series' release.</param>
internal sealed class CandidateRows(CentreRows centres, DateOnly lastBirth) : TableFile(
    SeriesFileNames.Candidates,
    PackageLimits.MaxCandidates,
    "centre_number", "candidate_number", "family_name", "forenames", "date_of_birth", "uci", "uln", "second_uci")
{
    private static readonly DateOnly FirstBirth = new(1900, 1, 1);

    private readonly Dictionary<(CentreNumber, CandidateNumber), CandidateDraft> drafts = [];
    private readonly Dictionary<Uci, int> lineByUci = [];

    /// <returns>Null where the row names none; that they don't exist is then a fault already.</returns>
    public CandidateDraft? NamedBy(Row row)
    {
        var centre = row["centre_number"].CentreNumber();
        var number = row["candidate_number"].CandidateNumber();
        if (drafts.TryGetValue((centre, number), out var draft)) return draft;
        if (!row.IsFaulty && IsWhole) row["candidate_number"].Refuse($"is no candidate of centre {centre} in {Name}");
        return null;
    }

    public override void Read(Row row)
    {
        var centre = centres.NamedBy(row["centre_number"]);
        var number = row["candidate_number"].CandidateNumber();
        var name = Names(row, centre, number);
        var dateOfBirth = row["date_of_birth"].Date(FirstBirth, lastBirth);
        var uci = row["uci"].Uci();
        var uln = row["uln"].UlnOrBlank();
        var secondUci = row["second_uci"].UciOrBlank();
        HoldToOneCandidate(row["uci"], uci);
        if (secondUci is { } second) HoldToOneCandidate(row["second_uci"], second);
        if (centre == default || number == default) return;

        var draft = new CandidateDraft
        {
            Line = row.Line,
            Number = number,
            Name = name,
            DateOfBirth = dateOfBirth,
            Uci = uci,
            Uln = uln,
            HasSingleUci = secondUci is null,
        };
        if (!drafts.TryAdd((centre, number), draft))
            row["candidate_number"].Refuse($"is the candidate of centre {centre} in line {drafts[(centre, number)].Line} already");
    }

    /// <summary>Every centre with its candidates, both in number order.</summary>
    public IReadOnlyList<CentreEntry> ToCentres()
    {
        var byCentre = drafts.ToLookup(draft => draft.Key.Item1, draft => draft.Value);
        return
        [
            .. centres.InOrder.Select(centre => new CentreEntry(
                centre.Number, centre.Name, [.. byCentre[centre.Number].OrderBy(draft => draft.Number).Select(draft => draft.ToEntry())])),
        ];
    }

    private static CandidateName Names(Row row, CentreNumber centre, CandidateNumber number)
    {
        var whose = $" in the name of candidate {number} of centre {centre}";
        var name = new CandidateName(row["family_name"].Text(CandidateName.MaxLength, whose), row["forenames"].TextOrBlank(CandidateName.MaxLength, whose));
        if (name.FamilyName.Contains(':')) row["family_name"].Refuse("has a colon, which divides family name and forenames in results files");
        if (name.Forenames.Contains(':')) row["forenames"].Refuse("has a colon, which divides family name and forenames in results files");
        if (!row.IsFaulty && name.Length > CandidateName.MaxLength)
            row["forenames"].Refuse($"make a name of {name.Length} characters with the family name; {CandidateName.MaxLength} are the most");
        return name;
    }

    private void HoldToOneCandidate(Cell cell, Uci uci)
    {
        if (uci != default && !lineByUci.TryAdd(uci, cell.Line)) cell.Refuse($"is the UCI of the candidate in line {lineByUci[uci]} already");
    }
}
