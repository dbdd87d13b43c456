using System.Xml;
using System.Xml.Schema;

namespace ResultsGrid.Exchange.Xml;

/// <summary>docs/results.xsd, as it stands in this assembly.</summary>
public static class ResultsSchema
{
    private const string Resource = "results.xsd";

    /// <summary>The schema's file, for whoever wants to check files themselves.</summary>
    public static Stream Open() => typeof(ResultsSchema).Assembly.GetManifestResourceStream(Resource)!;

    /// <summary>Compiled once; reading it from several threads is safe.</summary>
    internal static XmlSchemaSet Compiled { get; } = Compile();

    private static XmlSchemaSet Compile()
    {
        using var file = Open();
        using var xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var schemas = new XmlSchemaSet { XmlResolver = null };
        schemas.Add(null, xml);
        schemas.Compile();
        return schemas;
    }
}
