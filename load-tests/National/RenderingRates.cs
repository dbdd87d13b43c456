using System.Collections.Concurrent;
using ResultsGrid.Awarding;
using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Marks;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Exchange.Summaries;
using ResultsGrid.Exchange.Xlsx;
using ResultsGrid.Exchange.Xml;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Publication;
using ResultsGrid.Grains.Results;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.LoadTests.National;

/// <summary>The pure steps from marks to documents, each alone on every processor: no grain, no disk.</summary>
public sealed class RenderingRates(LoadedSeries series, TimeProvider clock)
{
    private readonly AwardingBasis specifications = new(
        series.Series,
        series.Qualifications.ToDictionary(qualification => qualification.Code),
        series.Assessments.ToDictionary(assessment => assessment.Code));

    private readonly SeriesProfile profile = new(
        series.Title, series.BasedataVersion, series.Notice,
        [.. series.Qualifications.Select(qualification => qualification.Code)],
        [.. series.Assessments.Select(assessment => assessment.Code)],
        [.. series.Centres.Select(centre => centre.Number)]);

    /// <summary>Measures every step; the first centres are done once before, so that compiling is not measured.</summary>
    public IReadOnlyList<RenderingRate> Measure()
    {
        const int warmCentres = 5;
        _ = Steps(series.Centres.Take(warmCentres)).Count();
        return [.. Steps(series.Centres)];
    }

    private IEnumerable<RenderingRate> Steps(IEnumerable<CentreEntry> entries)
    {
        var centres = new ConcurrentBag<CentreResults>();
        yield return Time("award", entries, centre =>
        {
            centres.Add(Award(centre));
            return [];
        });
        yield return Time("System.Text.Json of the same results, as a peer", centres, centre => [System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(centre, ContractJson.Options)]);
        yield return Time("EDI", centres, Edi);
        yield return Time("XML", centres, centre => [XmlResultsFile.Write(centre).Bytes]);
        yield return Time("CSV", centres, Csv);
        yield return Time("spreadsheets", centres, Spreadsheets);
        yield return Time("award, EDI, XML and CSV", entries, entry =>
        {
            var centre = Award(entry);
            return [.. Edi(centre), XmlResultsFile.Write(centre).Bytes, .. Csv(centre)];
        });
        yield return Time("PDF statements, one a candidate", centres, centre => [.. centre.Candidates.Select(new CentreStatements(centre).Of)]);
        yield return Time("PDF statements, one file a centre", centres, centre => [new CentreStatements(centre).Whole()]);
        yield return Time("PDF broadsheet and summary", centres, centre => [BroadsheetPdf.Render(centre), SummaryPdf.Render(centre)]);

        var documents = new ConcurrentBag<(RenderedDocument Document, CentreResults Centre)>();
        foreach (var centre in centres)
        {
            foreach (var document in CentreDocuments.Render(centre, firstSequence: 1)) documents.Add((document, centre));
        }

        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            yield return Time($"check: {kind}", documents.Where(one => one.Document.Kind == kind), one => DocumentCheck.Refuse(kind, one.Document.Bytes, one.Centre) is { } reason
                ? throw new InvalidOperationException($"{one.Document.FileName}: {reason}")
                : [one.Document.Bytes]);
        }

        yield return Time("compress", documents.Where(one => Compression.Shrinks(one.Document.MediaType)), one => [Compression.Brotli(one.Document.Bytes)!, Compression.Gzip(one.Document.Bytes)!]);
    }

    private static IReadOnlyList<byte[]> Edi(CentreResults centre) => EdiResultsFile.NeedsSecondFile(centre)
        ? [EdiResultsFile.Write(centre, EdiContent.Main, 1).Bytes, EdiResultsFile.Write(centre, EdiContent.SeparateUnits, 2).Bytes]
        : [EdiResultsFile.Write(centre, EdiContent.Main, 1).Bytes];

    private static IReadOnlyList<byte[]> Csv(CentreResults centre) => [BroadsheetCsv.Render(centre), SummaryCsv.Render(centre), MarksCsv.Render(centre)];

    private static IReadOnlyList<byte[]> Spreadsheets(CentreResults centre)
        => [XlsxDocument.Write(BroadsheetTable.Of(centre)), XlsxDocument.Write(SummaryTable.Of(centre)), XlsxDocument.Write(MarksTable.Of(centre))];

    private CentreResults Award(CentreEntry centre)
    {
        var candidates = centre.Candidates.Select(entry =>
        {
            var awards = Awards.Of(entry.Work, specifications);
            return new CandidateResults(entry.Number, entry.Name, entry.DateOfBirth, entry.Uci, entry.Uln, awards.Assessments, awards.Awards);
        });
        return CentreResultsAssembly.Assemble(specifications, profile, centre.Number, centre.Name, [.. candidates]);
    }

    private RenderingRate Time<T>(string step, IEnumerable<T> items, Func<T, IReadOnlyList<byte[]>> render)
    {
        var all = items.ToList();
        long documents = 0, bytes = 0;
        var began = clock.GetTimestamp();
        var processorBefore = Environment.CpuUsage.TotalTime;
        Parallel.ForEach(Partitioner.Create(all, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, item =>
        {
            var rendered = render(item);
            Interlocked.Add(ref documents, rendered.Count);
            Interlocked.Add(ref bytes, rendered.Sum(document => document.LongLength));
        });
        return new RenderingRate(step, clock.GetElapsedTime(began), Environment.CpuUsage.TotalTime - processorBefore, documents, bytes);
    }
}
