using System.Text;
using System.Text.Unicode;
using System.Xml;
using System.Xml.Schema;
using ResultsGrid.Awarding.Text;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.Xml;

/// <summary>Reads an XML results file: valid against docs/results.xsd, UTF-8, no document type, nothing fetched from outside.</summary>
/// <remarks>Takes any bytes and never throws.</remarks>
public static class XmlResultsReader
{
    /// <summary>9,999 candidates with 25 results of some 250 bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The schema is 4 deep; nesting past this is an attack and not worth following.</summary>
    private const int MaxDepth = 16;

    /// <param name="fileName">As received; given, its centre and GUID must fit the content.</param>
    public static XmlResultsReading Read(byte[] bytes, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var found = new FaultList();
        var faults = found.For(fileName ?? "(XML results file)");
        var results = Parse(bytes, faults);
        if (results is not null && fileName is not null) CheckName(fileName, results, bytes, faults);
        if (results is not null && found.IsEmpty) return new XmlResultsReading.Accepted(results);
        var refusal = found.ToRefusal();
        return new XmlResultsReading.Refused(refusal.Faults, refusal.HasMore);
    }

    private static XmlResults? Parse(byte[] bytes, FileFaults faults)
    {
        if (bytes.Length > MaxBytes) faults.Add(null, null, null, $"{bytes.Length} bytes; an XML results file has at most {MaxBytes}");
        else if (!Utf8.IsValid(bytes)) faults.Add(null, null, null, "not UTF-8");
        if (faults.Count > 0) return null;

        var builder = new ResultsBuilder(faults);
        using var text = new StreamReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        using var xml = XmlReader.Create(text, Settings(faults));
        try
        {
            while (faults.Count <= SeriesReading.MaxFaults && xml.Read())
            {
                if (xml.Depth > MaxDepth) throw new XmlException($"elements nested more than {MaxDepth} deep");

                // What was valid so far has the shape that the builder expects; after a fault only further faults are of use.
                if (faults.Count == 0) builder.Take(xml);
            }
        }
        catch (XmlException broken)
        {
            faults.Add(broken.LineNumber, null, null, Reason(broken));
        }

        return faults.Count == 0 ? builder.Build() : null;
    }

    private static XmlReaderSettings Settings(FileFaults faults)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxBytes,
            ValidationType = ValidationType.Schema,
            Schemas = ResultsSchema.Compiled,

            // An element of a namespace without a schema is only a warning, and must not pass.
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints,
        };
        settings.ValidationEventHandler += (_, invalid) => faults.Add(invalid.Exception.LineNumber, null, null, Reason(invalid.Exception));
        return settings;
    }

    /// <summary>The framework quotes the file in its messages, as much as there is and whatever it is.</summary>
    private static string Reason(Exception broken) => ShownText.Of(broken.Message, PackageLimits.MaxReasonCharacters);

    private static void CheckName(string fileName, XmlResults results, byte[] bytes, FileFaults faults)
    {
        var expected = XmlResultsFile.FileNameOf(results.Centre, results.AwardingBody, bytes);
        if (!expected.Equals(fileName, StringComparison.OrdinalIgnoreCase)) faults.Add(null, "file name", fileName, $"the content says {expected}");
    }
}
