using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.SeriesFiles.Basedata;
using ResultsGrid.Exchange.SeriesFiles.Entries;
using ResultsGrid.Exchange.SeriesFiles.Packages;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>Reads a series' files, as docs/series-files.md specifies them: the whole series, or every fault and no series.</summary>
/// <remarks>What is wrong with a package is a fault, never an exception; memory stays within <see cref="PackageLimits"/>.</remarks>
public static class SeriesFilesReader
{
    /// <param name="seekableZip">Read from wherever its files stand; stays open.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static SeriesReading ReadZip(Stream seekableZip, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(seekableZip);
        if (!seekableZip.CanSeek) throw new ArgumentException("A ZIP's directory stands at its end, so its stream must seek.", nameof(seekableZip));
        var faults = new FaultList();
        return Read(ZipPackage.Open(seekableZip, faults), faults, cancellation);
    }

    /// <param name="path">A folder with the files that a ZIP would have.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static SeriesReading ReadFolder(string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(path);
        var faults = new FaultList();
        return Read(FolderPackage.Open(path, faults.For(SeriesFileNames.Package)), faults, cancellation);
    }

    /// <summary>The series that a package says it is of, or null where its schedule can't be read: then <see cref="ReadZip"/> says why.</summary>
    public static SeriesCode? PeekSeries(Stream seekableZip)
    {
        ArgumentNullException.ThrowIfNull(seekableZip);
        var faults = new FaultList();
        var package = ZipPackage.Open(seekableZip, faults);
        return package is null ? null : new ScheduleFile(faults.For(SeriesFileNames.Schedule)).Read(package)?.Series;
    }

    private static SeriesReading Read(Package? package, FaultList faults, CancellationToken cancellation)
    {
        if (package is null) return faults.ToRefusal();
        foreach (var name in package.Names.Where(name => !SeriesFileNames.IsKnown(name)).Order(StringComparer.Ordinal))
            faults.For(name).Add("is no file of a series package");

        var schedule = new ScheduleFile(faults.For(SeriesFileNames.Schedule)).Read(package);
        var basedata = new BasedataFiles();
        var (qualifications, assessments) = basedata.Read(package, faults, cancellation);
        var candidates = EntryFiles.Read(package, basedata, schedule, faults, cancellation);
        if (!faults.IsEmpty || schedule is null) return faults.ToRefusal();

        return new SeriesReading.Accepted(new LoadedSeries(
            schedule.Series,
            schedule.Title,
            schedule.BasedataVersion,
            schedule.RestrictedRelease,
            schedule.CandidateRelease,
            schedule.Notice,
            qualifications,
            assessments,
            candidates.ToCentres()));
    }
}
