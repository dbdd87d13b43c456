using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>Whatever is done to a valid package, it is accepted or refused with reasons; reading it never throws.</summary>
public sealed class SpoiltPackageProperties
{
    private const int Packages = 400;
    private const int MaxSpoilings = 6;

    private static readonly string[] Scraps =
        ["", ",", "\"", "\n", "\r", "\0", "-1", "0", "99999999999999999999", "9999", "none", "U", "A*", "9-9", "é", "\uFEFF", "😀", "=1+1", "  ", "10101", "F011", "{", "]", "\\ud800"];

    [Fact]
    public void A_package_with_spoilt_text_is_accepted_or_refused()
        => Check(Spoilings(), spoilings =>
        {
            var files = new SamplePackage().ToBytes();
            foreach (var (file, at, removed, scrap) in spoilings)
            {
                var name = files.Keys.Order(StringComparer.Ordinal).ElementAt(file % files.Count);
                var bytes = files[name];
                var start = at % (bytes.Length + 1);
                files[name] = [.. bytes[..start], .. Encoding.UTF8.GetBytes(Scraps[scrap % Scraps.Length]), .. bytes[Math.Min(bytes.Length, start + (removed % 12))..]];
            }

            return IsOutcome(SamplePackage.Read(files));
        });

    [Fact]
    public void A_zip_with_spoilt_bytes_is_accepted_or_refused()
    {
        var whole = SamplePackage.Zip(new SamplePackage().ToBytes()).ToArray();
        Check(Spoilings(), spoilings =>
        {
            var zip = whole.ToArray();
            // Half of the blows fall on the directory at the end, where they do the most.
            foreach (var (file, at, removed, scrap) in spoilings)
                zip[file % 2 == 0 ? at % zip.Length : zip.Length - 1 - (at % 1_000)] = (byte)(removed + scrap);
            return IsOutcome(SeriesFilesReader.ReadZip(new MemoryStream(zip), CancellationToken.None));
        });
    }

    private static bool IsOutcome(SeriesReading reading) => reading switch
    {
        SeriesReading.Accepted accepted => accepted.Series.Centres.Count > 0,
        SeriesReading.Refused refused => refused.Faults.Count is > 0 and <= SeriesReading.MaxFaults && refused.Faults.All(fault => fault.Reason.Length > 0),
        _ => false,
    };

    private static Arbitrary<(int File, int At, int Removed, int Scrap)[]> Spoilings()
    {
        var number = Gen.Choose(0, 1_000_000);
        var spoiling = number.SelectMany(file => number.SelectMany(at => number.SelectMany(removed => number.Select(scrap => (file, at, removed, scrap)))));
        return Gen.Choose(1, MaxSpoilings).SelectMany(count => spoiling.ArrayOf(count)).ToArbitrary();
    }

    private static void Check<T>(Arbitrary<T> given, Func<T, bool> holds)
        => Prop.ForAll(given, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Packages).WithReplay(20260812, 1));
}
