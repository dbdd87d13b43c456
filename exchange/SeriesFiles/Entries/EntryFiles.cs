using ResultsGrid.Exchange.SeriesFiles.Basedata;
using ResultsGrid.Exchange.SeriesFiles.Packages;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>The seven files of centres, candidates and their work.</summary>
internal static class EntryFiles
{
    /// <summary>Reads them in the order in which they refer to each other.</summary>
    /// <param name="schedule">Null where it can't be relied on; then nothing is held to its dates.</param>
    public static CandidateRows Read(
        Package package, BasedataFiles basedata, SeriesSchedule? schedule, FaultList faults, CancellationToken cancellation)
    {
        var lastBirth = schedule is null ? DateOnly.MaxValue : DateOnly.FromDateTime(schedule.RestrictedRelease);
        var centres = new CentreRows();
        var candidates = new CandidateRows(centres, lastBirth);
        var units = new UnitEntryRows(candidates, basedata.Assessments);
        var certifications = new CertificationEntryRows(candidates, basedata.Options);
        var marks = new MarkRows(candidates, basedata.Assessments, [basedata.Contributions, units, certifications]);
        TableFile[] inOrder =
        [
            centres,
            candidates,
            units,
            certifications,
            marks,
            new EarlierResultRows(candidates, basedata.Assessments, schedule?.Series),
            new SpecialConsiderationRows(candidates, basedata.Assessments, basedata.Qualifications, [basedata.Contributions, units, certifications, marks]),
        ];
        foreach (var table in inOrder) new TableReader(table, faults.For(table.Name), cancellation).Read(package);
        return candidates;
    }
}
