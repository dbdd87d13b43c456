namespace ResultsGrid.Tests.BadInput;

/// <summary>A reader under attack.</summary>
/// <param name="Make">One case: a valid sample, spoilt by chance.</param>
/// <param name="Read">Reads a case, and fails where the reader breaks its word: an exception that it doesn't document, or a reading that isn't sound.</param>
/// <param name="BytesPerByte">What reading may allocate for each byte of input, above <paramref name="FixedBytes"/>.</param>
internal sealed record ReaderTarget(string Name, Func<Random, byte[]> Make, Action<byte[]> Read, long FixedBytes, long BytesPerByte)
{
    /// <summary>Reads one case on this thread, held to its memory.</summary>
    public void Try(byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(input);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var most = FixedBytes + BytesPerByte * input.Length;
        Assert.True(allocated <= most, $"reading {input.Length} bytes allocated {allocated}; {most} are the most");
    }
}
