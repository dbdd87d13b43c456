using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.SeriesFiles.Basedata;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>certification-entries.csv: who asks for the overall grade of what. One of a linear qualification enters the option's components.</summary>
internal sealed class CertificationEntryRows(CandidateRows candidates, OptionRows options) : TableFile(
    SeriesFileNames.CertificationEntries,
    PackageLimits.MaxEntryRows,
    "centre_number", "candidate_number", "qualification_code", "option", "endorsement")
{
    public override void Read(Row row)
    {
        var candidate = candidates.NamedBy(row);
        var option = options.NamedBy(row);
        var endorsement = row["endorsement"].GradeOrBlank();
        if (endorsement is { } grade && option is { Qualification: { IsSound: true } certified } && !certified.EndorsementGrades.Contains(grade))
            row["endorsement"].Refuse(certified.EndorsementGrades.Count == 0 ? $"is given, but {certified.Code} has no endorsement" : $"is not one of {certified.Code}'s endorsement grades: {certified.EndorsementGrades.AsList()}");
        // A wrong endorsement leaves the entry an entry: the marks of its components are not without one.
        if (candidate is null || option is null) return;

        var qualification = option.Qualification;
        if (Array.Exists(candidate.CertificationEntries, entry => entry.Qualification == qualification.Code))
            row["qualification_code"].Refuse("is entered twice for this candidate");
        else if (candidate.CertificationEntries.Length == PackageLimits.MaxEntriesPerCandidate)
            row["qualification_code"].Refuse($"is one more than the {PackageLimits.MaxEntriesPerCandidate} certification entries that a candidate may have");
        else
            Enter(row, candidate, option, new CertificationEntry(qualification.Code, option.Code, endorsement));
    }

    private static void Enter(Row row, CandidateDraft candidate, OptionDraft option, CertificationEntry entry)
    {
        candidate.Add(entry);
        if (option.Qualification.Structure != Structure.Linear) return;
        foreach (var component in option.Contributions.Select(part => part.Assessment.Code).Where(code => !candidate.IsEntered(code)))
        {
            if (candidate.Entries.Length < PackageLimits.MaxEntriesPerCandidate) candidate.Add(component);
            else row["qualification_code"].Refuse($"enters {component}, one more than the {PackageLimits.MaxEntriesPerCandidate} entries that a candidate may have");
        }
    }
}
