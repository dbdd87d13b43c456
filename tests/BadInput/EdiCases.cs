using ResultsGrid.Exchange.Edi;
using ResultsGrid.Tests.Formats;

namespace ResultsGrid.Tests.BadInput;

/// <summary>EDI results files, spoilt.</summary>
internal static class EdiCases
{
    private static readonly byte[][] Samples =
    [
        EdiResultsFile.Write(FormatsSample.Centre, EdiContent.Main, 1).Bytes,
        EdiResultsFile.Write(FormatsSample.Centre, EdiContent.SeparateUnits, 99).Bytes,
        EdiResultsFile.Write(FormatsCentre.With(), EdiContent.Main, EdiResultsFile.MaxSequence).Bytes,
    ];

    public static byte[] Make(Random chance)
    {
        var sample = Samples[chance.Next(Samples.Length)];
        var other = Samples[chance.Next(Samples.Length)];
        if (chance.Next(3) == 0) return new Spoiler(chance, " \r\n").Spoil(sample, other);

        // Overwritten in place, so that the lines keep their length and the fields themselves are read.
        var spoilt = (byte[])sample.Clone();
        for (var count = 1 + chance.Next(4); count > 0; count--)
        {
            var scrap = chance.Next(2) == 0 ? Scraps.Any(chance) : [(byte)chance.Next(' ', 127)];
            var at = chance.Next(spoilt.Length);
            scrap.AsSpan(0, Math.Min(scrap.Length, spoilt.Length - at)).CopyTo(spoilt.AsSpan(at));
        }

        return spoilt;
    }

    public static void Read(byte[] bytes)
    {
        switch (EdiReader.Read(bytes))
        {
            case EdiReading.Refused refused: refused.Faults.ShouldBeSound(refused.HasMore); break;
            case EdiReading.Accepted { File: var file }: Assert.Equal(bytes, EdiResultsFile.Encode(file)); break;
        }
    }
}
