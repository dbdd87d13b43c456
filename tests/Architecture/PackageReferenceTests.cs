using System.Xml.Linq;

namespace ResultsGrid.Tests.Architecture;

/// <summary>Which packages a project may see says what it may know.</summary>
public sealed class PackageReferenceTests
{
    [Theory]
    [InlineData("awarding")]
    [InlineData("exchange", "CsvHelper", "DocumentFormat.OpenXml")]
    [InlineData("grains", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Sdk", "Microsoft.Orleans.Serialization.SystemTextJson")]
    [InlineData(
        "storage", "Azure.Core", "Azure.Data.Tables", "Azure.Storage.Blobs", "Azure.Storage.Common", "Microsoft.Data.Sqlite",
        "Microsoft.Orleans.Clustering.AzureStorage", "Microsoft.Orleans.Persistence.AzureStorage", "Microsoft.Orleans.Server")]
    public void A_project_knows_only_its_own_trade(string project, params string[] packages)
        => Assert.Empty(PackagesOf(project).Except(packages).Select(package => $"{project} -> {package}"));

    [Theory]
    [InlineData("awarding")]
    [InlineData("exchange")]
    [InlineData("grains")]
    [InlineData("storage")]
    public void Only_the_gateway_knows_http(string project)
    {
        var file = XDocument.Load(ProjectIn(project));

        Assert.Equal("Microsoft.NET.Sdk", file.Root!.Attribute("Sdk")!.Value);
        Assert.Empty(file.Descendants("FrameworkReference"));
    }

    [Fact]
    public void Versions_stand_in_one_place()
    {
        var versions = SourceTree.Files("*.csproj")
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference").Select(reference => (file, reference)))
            .Where(found => found.reference.Attributes().Any(attribute => attribute.Name.LocalName is "Version" or "VersionOverride"))
            .Select(found => $"{found.file}: {found.reference}");

        Assert.Empty(versions);
    }

    private static IEnumerable<string> PackagesOf(string project)
        => XDocument.Load(ProjectIn(project)).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

    private static string ProjectIn(string folder) => Assert.Single(Directory.GetFiles(Path.Combine(SourceTree.Root, folder), "*.csproj"));
}
