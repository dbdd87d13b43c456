using System.ComponentModel;
using System.Diagnostics;

namespace ResultsGrid.Tests.Documents;

/// <summary>Judges of a PDF that we did not write: qpdf and poppler's pdfinfo, pdftotext and pdftoppm.</summary>
internal static class PdfTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string Check(byte[] pdf) => Run("qpdf", pdf, "--check", "FILE");

    public static string Unpacked(byte[] pdf) => Run("qpdf", pdf, "--qdf", "--object-streams=disable", "FILE", "-");

    public static string Info(byte[] pdf) => Run("pdfinfo", pdf, "FILE");

    public static string Structure(byte[] pdf) => Run("pdfinfo", pdf, "-struct-text", "FILE");

    /// <summary>Every word of each page with its box, as XHTML.</summary>
    public static string Boxes(byte[] pdf) => Run("pdftotext", pdf, "-enc", "UTF-8", "-bbox", "FILE", "-");

    /// <summary>The bookmarks with the pages that they lead to, as JSON.</summary>
    public static string Outlines(byte[] pdf) => Run("qpdf", pdf, "--json", "--json-key=outlines", "FILE");

    /// <summary>The text of each page.</summary>
    public static string[] Text(byte[] pdf) => Run("pdftotext", pdf, "-enc", "UTF-8", "-raw", "FILE", "-").Split('\f')[..^1];

    /// <summary>The text of each page, every line as it is laid out: a table's cells side by side.</summary>
    public static string[] LaidOut(byte[] pdf) => Run("pdftotext", pdf, "-enc", "UTF-8", "-layout", "FILE", "-").Split('\f')[..^1];

    /// <summary>One page as it is printed, or a part of it; lengths in points, from the top left corner.</summary>
    public static InkImage Drawn(byte[] pdf, int dotsPerInch, int page = 1, double top = 0, double? height = null)
    {
        var picture = Path.GetTempFileName();
        try
        {
            var part = height is { } points ? new[] { "-x", "0", "-W", "99999", "-y", $"{Dots(top)}", "-H", $"{Dots(points)}" } : [];
            // It adds the ending itself.
            Run("pdftoppm", pdf, ["-gray", "-r", $"{dotsPerInch}", "-f", $"{page}", "-singlefile", .. part, "FILE", picture]);
            return InkImage.FromPgm(File.ReadAllBytes($"{picture}.pgm"));
        }
        finally
        {
            File.Delete(picture);
            File.Delete($"{picture}.pgm");
        }

        int Dots(double length) => (int)Math.Round(length * dotsPerInch / 72);
    }

    private static string Run(string tool, byte[] pdf, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
            foreach (var argument in arguments) start.ArgumentList.Add(argument == "FILE" ? file : argument);
            using var process = Start(start);
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            Assert.True(process.WaitForExit(Patience), $"{tool} took longer than {Patience}.");
            Assert.True(process.ExitCode == 0 && errors.Result.Length == 0, $"{tool} said {process.ExitCode}: {errors.Result} {output.Result}");
            return output.Result;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"These tests need {start.FileName}, which is not installed: apt-get install qpdf poppler-utils pango1.0-tools.", missing);
        }
    }
}
