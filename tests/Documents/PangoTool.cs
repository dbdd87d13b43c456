using System.Diagnostics;
using System.Security;
using ResultsGrid.Tests.Architecture;

namespace ResultsGrid.Tests.Documents;

/// <summary>Another program that draws text with our typefaces and shares nothing with our writer: Pango, which chooses glyphs and places marks by HarfBuzz.</summary>
internal static class PangoTool
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("pango-").FullName;
    private static readonly string Fonts = WriteFontList();

    /// <summary>The text as a PDF of one line.</summary>
    /// <param name="family">Tried first; letters that it lacks are drawn in another of our typefaces.</param>
    /// <param name="points">The type size.</param>
    public static byte[] Draw(string text, string family, double points, bool isBold = false)
    {
        var file = Path.GetTempFileName();
        var start = new ProcessStartInfo("pango-view") { RedirectStandardError = true };
        start.Environment["FONTCONFIG_FILE"] = Fonts;
        // As our documents are set: each letter beside the other, without kerning or ligatures.
        var markup = $"<span font_features=\"kern=0,liga=0\">{SecurityElement.Escape(text)}</span>";
        foreach (var argument in new[] { "--no-display", "--markup", "--hinting=none", "--hint-metrics=off", "--subpixel-positions", "--margin=20", $"--output={file}.pdf", $"--font={family},Noto Sans {(isBold ? "Bold " : "")}{points}", $"--text={markup}" })
            start.ArgumentList.Add(argument);
        using var process = PdfTool.Start(start);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"pango-view said {process.ExitCode}: {errors}");
        var pdf = File.ReadAllBytes($"{file}.pdf");
        File.Delete($"{file}.pdf");
        File.Delete(file);
        return pdf;
    }

    private static string WriteFontList()
    {
        var list = Path.Combine(Folder, "fonts.conf");
        File.WriteAllText(list, $"<?xml version=\"1.0\"?><fontconfig><dir>{Path.Combine(SourceTree.Root, "exchange", "Fonts")}</dir><cachedir>{Folder}</cachedir></fontconfig>");
        return list;
    }
}
