using System.Globalization;
using System.IO.Compression;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Rehearsal.Candidates;
using ResultsGrid.Rehearsal.Catalogue;
using ResultsGrid.Rehearsal.Centres;
using ResultsGrid.Rehearsal.Package;

namespace ResultsGrid.Rehearsal;

/// <summary>Invents an exam series: visibly fake, plausibly distributed, and the same for the same plan.</summary>
public static class RehearsalSeries
{
    /// <summary>The plan's centres, in number order.</summary>
    public static IEnumerable<CentreNumber> CentreNumbers(RehearsalPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return CentreRoll.Of(plan).Select(centre => CentreNumber.Parse(centre.Number.ToString("D5", CultureInfo.InvariantCulture)));
    }

    /// <summary>How many candidates each of the plan's centres enters, in number order.</summary>
    public static IReadOnlyList<int> CentreSizes(RehearsalPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. CentreRoll.Of(plan).Select(centre => centre.Candidates)];
    }

    /// <summary>Writes the series as a package (docs/series-files.md), row by row: memory grows with centres, not with candidates.</summary>
    /// <param name="zip">Left open. Written once from front to back; it need not seek.</param>
    /// <exception cref="ArgumentException">The plan can't be kept; the message says which figure and why.</exception>
    public static void Write(Stream zip, RehearsalPlan plan)
    {
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(plan);
        plan.Check();

        var offer = Offer.Of(plan.Subjects, plan.Series);
        var centres = CentreRoll.Of(plan);
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        var package = new SeriesPackage(archive);
        ScheduleFile.Write(package, plan);
        SpecificationFiles.Write(package, offer);
        CandidateFiles.Write(package, centres, new SittingDraw(plan, offer));
    }
}
